import { joined } from '../search/stored/joined-bytes.ts';
import { sumOf } from '../search/stored/leaf.ts';
import type { Collected } from '../search/write/collect.ts';
import type { Db } from './db.ts';
import { CENSUS } from './segment-keys.ts';

/** Writes what was built as rows of a segment. Inside the transaction that makes them count. */
export async function writeRows(db: Db, segment: number, { from, census, leaves }: Collected): Promise<void> {
  const bytes = joined(census);
  await Promise.all([
    db.leaves.bulkPut(leaves.map((leaf, i) => ({ segment, at: from + i, ...leaf }))),
    db.lists.put({ segment, at: CENSUS, i: from, bytes, sum: sumOf('', bytes) }),
  ]);
}

/** Takes the rows of a segment away. Inside a transaction. */
export async function dropRows(db: Db, segment: number): Promise<void> {
  const [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  await db.leaves.where('[segment+at]').between([segment, low], [segment, high]).delete();
  await db.lists.where('[segment+at+i]').between([segment, low, low], [segment, high, high]).delete();
  await db.segments.delete(segment);
}
