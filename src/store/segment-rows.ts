import { joined } from '../search/census.ts';
import type { Collected } from '../search/collect.ts';
import { sumOf } from '../search/leaf.ts';
import type { Db } from './db.ts';
import { CENSUS, LISTS } from './segment-keys.ts';

/** Writes what was built as rows of a segment. Inside the transaction that makes them count. */
export async function writeRows(db: Db, segment: number, { from, census, leaves, lists }: Collected): Promise<void> {
  const bytes = joined(census);
  const counted = { at: CENSUS, i: from, bytes, sum: sumOf('', bytes) };
  await Promise.all([
    db.leaves.bulkPut(leaves.map(({ at, leaf }) => ({ segment, at, ...leaf }))),
    db.lists.bulkPut([
      { segment, ...counted },
      ...lists.map(({ term, ...list }) => ({ segment, at: LISTS, i: term, ...list })),
    ]),
  ]);
}

/** Takes the rows of a segment away. Inside a transaction. */
export async function dropRows(db: Db, segment: number): Promise<void> {
  const [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  await db.leaves.where('[segment+at]').between([segment, low], [segment, high]).delete();
  await db.lists.where('[segment+at+i]').between([segment, low, low], [segment, high, high]).delete();
  await db.segments.delete(segment);
}
