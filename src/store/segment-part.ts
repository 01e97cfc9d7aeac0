import { DamagedIndex, type ReadLeaf, readLeaf } from '../search/leaf.ts';
import type { SegmentSource } from '../search/part.ts';
import type { Db } from './db.ts';
import type { SegmentRow } from './rows.ts';

/** Leaves that were read, by segment and place. Segments never change, so what was read stays true. */
const leavesRead = new WeakMap<Db, Map<string, Promise<ReadLeaf>>>();
/** About 4 MB; then all are forgotten at once, which is simpler than an order and costs one slower search. */
const LEAVES_MAX = 250;

/** A segment whose leaves are read from the database one by one as they are needed, and remembered where that helps. */
export function segmentSource(db: Db, { id = 0, from, firsts }: SegmentRow, isRemembered = true): SegmentSource {
  const load = (at: number) => loadLeaf(db, id, at);
  return {
    from,
    firsts,
    leaf: (at) => (isRemembered ? remember(db, `${id} ${at}`, () => load(at)) : load(at)),
    large: async (at, i) => {
      const row = await db.lists.get([id, at, i]);
      if (!row) throw new DamagedIndex();
      return row.bytes;
    },
  };
}

async function loadLeaf(db: Db, segment: number, at: number): Promise<ReadLeaf> {
  const row = await db.leaves.get([segment, at]);
  if (!row) throw new DamagedIndex();
  return readLeaf(row);
}

function remember(db: Db, key: string, load: () => Promise<ReadLeaf>): Promise<ReadLeaf> {
  const known = leavesRead.get(db) ?? new Map<string, Promise<ReadLeaf>>();
  leavesRead.set(db, known);
  const leaf = known.get(key) ?? load();
  if (!known.has(key)) {
    if (known.size >= LEAVES_MAX) known.clear();
    known.set(key, leaf);
    leaf.catch(() => known.delete(key));
  }
  return leaf;
}
