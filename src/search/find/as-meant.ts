import type { Query } from '../asked/query-parts.ts';
import type { Answer, Ask } from './ask.ts';
import { askLoosely } from './quoted.ts';
import { findSigned } from './signed.ts';

interface AsMeantOptions<T> {
  limit: number;
  /** What tells a record from all others. */
  keyOf: (item: T) => string;
  /** What is in quotes stands so, and nothing else comes near. */
  isStrict?: boolean;
}

/**
 * Asks so that no sign in what was typed hides what it is about: questions, messages and commands that are pasted have quotes and
 * minuses, and who pastes them means neither.
 */
export async function askAsMeant<T>(
  typed: string,
  query: Query,
  ask: Ask<T>,
  { limit, keyOf, isStrict = false }: AsMeantOptions<T>,
): Promise<Answer<T>> {
  const asking = isStrict ? ask : askLoosely(ask, limit, keyOf);
  return query.signs ? findSigned(typed, query, query.signs, asking, limit) : asking(query);
}
