import type { LeafSink } from '../search/build.ts';
import type { Leaf } from '../search/leaf.ts';
import type { Db } from './db.ts';

/** Leaves that were built and wait to be written. */
export interface SegmentRows extends LeafSink {
  firsts: string[];
  leaves: { at: number; leaf: Leaf }[];
  lists: { at: number; i: number; bytes: Uint8Array }[];
}

export function collectRows(): SegmentRows {
  const rows: SegmentRows = {
    firsts: [],
    leaves: [],
    lists: [],
    leaf(at, first, leaf) {
      rows.firsts.push(first);
      rows.leaves.push({ at, leaf });
    },
    large: (at, i, bytes) => rows.lists.push({ at, i, bytes }),
  };
  return rows;
}

/** Writes what was built as rows of a segment. Inside the transaction that makes them count. */
export async function writeRows(db: Db, segment: number, { leaves, lists }: SegmentRows): Promise<void> {
  await db.leaves.bulkPut(leaves.map(({ at, leaf }) => ({ segment, at, ...leaf })));
  await db.lists.bulkPut(lists.map((list) => ({ segment, ...list })));
}

/** Takes the rows of a segment away. Inside a transaction. */
export async function dropRows(db: Db, segment: number): Promise<void> {
  const [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  await db.leaves.where('[segment+at]').between([segment, low], [segment, high]).delete();
  await db.lists.where('[segment+at+i]').between([segment, low, low], [segment, high, high]).delete();
  await db.segments.delete(segment);
}
