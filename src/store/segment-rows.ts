import type { LeafSink } from '../search/build.ts';
import { joined } from '../search/census.ts';
import { type Leaf, sumOf } from '../search/leaf.ts';
import type { Db } from './db.ts';

/** Leaves that were built and wait to be written. */
export interface SegmentRows extends LeafSink {
  firsts: string[];
  leaves: { at: number; leaf: Leaf }[];
  lists: { at: number; i: number; bytes: Uint8Array; sum: number }[];
  /** Number of the first leaf, and what the census says of each. */
  from: number;
  census: Uint8Array[];
  bytes: number;
}

/** Leaves from number `from` on. */
export function collectRows(from = 0): SegmentRows {
  const rows: SegmentRows = {
    firsts: [],
    leaves: [],
    lists: [],
    from,
    census: [],
    bytes: 0,
    leaf(first, leaf, census) {
      rows.census.push(census);
      rows.bytes += leaf.data.length + leaf.terms.length + census.length;
      rows.leaves.push({ at: from + rows.firsts.length, leaf });
      rows.firsts.push(first);
    },
    large(i, bytes) {
      rows.bytes += bytes.length;
      rows.lists.push({ at: from + rows.firsts.length, i, bytes, sum: sumOf('', bytes) });
    },
  };
  return rows;
}

/** What was counted of leaves stands among the lists, before all of them. */
export const CENSUS = -1;

/** Writes what was built as rows of a segment. Inside the transaction that makes them count. */
export async function writeRows(db: Db, segment: number, { from, census, leaves, lists }: SegmentRows): Promise<void> {
  const bytes = joined(census);
  const counted = { at: CENSUS, i: from, bytes, sum: sumOf('', bytes) };
  await db.leaves.bulkPut(leaves.map(({ at, leaf }) => ({ segment, at, ...leaf })));
  await db.lists.bulkPut([counted, ...lists].map((list) => ({ segment, ...list })));
}

/** Takes the rows of a segment away. Inside a transaction. */
export async function dropRows(db: Db, segment: number): Promise<void> {
  const [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  await db.leaves.where('[segment+at]').between([segment, low], [segment, high]).delete();
  await db.lists.where('[segment+at+i]').between([segment, low, low], [segment, high, high]).delete();
  await db.segments.delete(segment);
}
