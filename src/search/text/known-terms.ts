import { storedBeginning } from './beginnings.ts';

/**
 * A term that was met before. It has a place to be counted at, so that counting a record need not look it up once more for every word. The
 * string is all of it that lasts.
 */
export interface KnownTerm {
  term: string;
  /** The record that the counts are of, and how often the term stands in its title and in its body. */
  record: number;
  title: number;
  body: number;
  /** The term that stands for all that begins with its first two letters, where one is stored. */
  beginning: string | null;
}

const terms = new Map<string, KnownTerm>();

export function knownTerm(term: string): KnownTerm {
  const before = terms.get(term);
  if (before) return before;
  const known: KnownTerm = { term, record: 0, title: 0, body: 0, beginning: storedBeginning(term) };
  terms.set(term, known);
  return known;
}

export const countKnownTerms = (): number => terms.size;

/** From now on others are made for the same terms, so nobody may still hold one and count with it. */
export const forgetKnownTerms = (): void => terms.clear();
