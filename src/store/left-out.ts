import type { Db } from './db.ts';
import { type Shown, showAll } from './read.ts';
import { rowsById } from './record-at.ts';

/**
 * What is being read and an answer left out though it is still here: newer ones took its place, or a question was answered. To be read
 * where the answer was, so that both are live.
 */
export async function leftOut(db: Db, answer: readonly Shown[], reading: Iterable<string>): Promise<Shown[]> {
  const isThere = new Set(answer.map(({ id }) => id));
  const missing = [...reading].filter((id) => !isThere.has(id));
  return missing.length > 0 ? showAll(await rowsById(db, missing)) : [];
}
