import type { Db } from './db.ts';
import { type Shown, showAll } from './read.ts';
import { rowsById } from './record-at.ts';
import { type Named, steadyName } from './steady-name.ts';

/**
 * What is being read and an answer left out though it is still here: newer ones took its place, or a question was answered. To be read
 * where the answer was, so that both are live.
 */
export async function leftOut(db: Db, answer: readonly Shown[], reading: readonly Named[]): Promise<Shown[]> {
  const isThere = new Set(answer.map(steadyName));
  const missing = reading.filter((one) => !isThere.has(steadyName(one)));
  if (missing.length === 0) return [];
  const isMissing = new Set(missing.map(steadyName));
  const ids = [...new Set(missing.map(({ id }) => id))];
  return showAll(await rowsById(db, ids)).filter((record) => isMissing.has(steadyName(record)));
}
