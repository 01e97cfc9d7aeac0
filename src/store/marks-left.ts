import type { Db } from './db.ts';

/** The row of `meta` with the highest number that was given to a record when marks were dropped last (drop-marks.ts), less what was taken away since. */
export const DROPPED = 'marks-dropped';
/** Fewer at a time are not worth a row: what a person deletes one by one. */
const MANY = 100;

/** Says that so many records are taken away, which leaves as many marks as to write them. Inside the transaction that does it. */
export async function leaveMarks(db: Db, count: number): Promise<void> {
  if (count < MANY) return;
  const value = Number((await db.meta.get(DROPPED))?.value ?? 0);
  await db.meta.put({ key: DROPPED, value: value - count });
}
