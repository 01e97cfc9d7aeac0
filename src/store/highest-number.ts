import type { Db } from './db.ts';

/** The number that lies furthest from 0 of those that records lie under; 0 where there is none. What drop-marks.ts writes for a moment is none. */
export async function highestOfRecords(db: Db): Promise<number> {
  const ends = await Promise.all([
    db.records.where('number').above(Number.MIN_SAFE_INTEGER).limit(1).primaryKeys(),
    db.records.toCollection().reverse().limit(1).primaryKeys(),
  ]);
  return Math.max(0, ...ends.flat().map(Math.abs));
}
