import { DamagedIndex, type ReadLeaf, readLeaf } from '../search/leaf.ts';
import type { SegmentSource } from '../search/part.ts';
import type { Db } from './db.ts';
import { quickRead } from './quick-read.ts';
import type { LeafRow, ListRow, SegmentRow } from './rows.ts';

/** What was read, by segment and place, with its bytes. Segments never change, so what was read stays true. */
interface Memory {
  bytes: number;
  leaves: Map<string, ReadLeaf>;
  lists: Map<string, Uint8Array[]>;
}

const memories = new WeakMap<Db, Memory>();
/** Then all is forgotten at once, which is simpler than an order and costs one slower search. */
const BYTES_MAX = 2 * 1024 * 1024;

/** A segment whose leaves are read from the database as they are needed. A merge, which reads each once, remembers none. */
export function segmentSource(db: Db, { id = 0, from, firsts }: SegmentRow, isRemembered = true): SegmentSource {
  const memory = isRemembered ? memoryOf(db) : { bytes: 0, leaves: new Map(), lists: new Map() };
  return {
    from,
    firsts,
    async leaves(at, end) {
      const places = Array.from({ length: end - at }, (_, i) => at + i);
      const known = places.flatMap((place) => memory.leaves.get(`${id} ${place}`) ?? []);
      if (known.length === places.length) return known;
      const rows = await loadLeaves(db, id, at, end);
      const leaves = rows.map(readLeaf);
      for (const [i, leaf] of leaves.entries()) memory.leaves.set(`${id} ${at + i}`, leaf);
      spend(
        memory,
        rows.reduce((sum, { terms, data }) => sum + 3 * terms.length + data.length, 0),
      );
      return leaves;
    },
    async lists(first, last) {
      const key = `${id} ${first.at} ${first.i} ${last.at} ${last.i}`;
      const known = memory.lists.get(key);
      if (known) return known;
      const range = IDBKeyRange.bound([id, first.at, first.i], [id, last.at, last.i]);
      const [rows = []] = await quickRead(db, ['lists'], (table): IDBRequest<ListRow[]>[] => [
        table('lists').getAll(range),
      ]);
      const lists = rows.map(({ bytes }) => bytes);
      memory.lists.set(key, lists);
      spend(
        memory,
        lists.reduce((sum, { length }) => sum + length, 0),
      );
      return lists;
    },
  };
}

async function loadLeaves(db: Db, id: number, at: number, end: number): Promise<LeafRow[]> {
  const range = IDBKeyRange.bound([id, at], [id, end], false, true);
  const [rows = []] = await quickRead(db, ['leaves'], (table): IDBRequest<LeafRow[]>[] => [
    table('leaves').getAll(range),
  ]);
  if (rows.length !== end - at) throw new DamagedIndex();
  return rows;
}

function memoryOf(db: Db): Memory {
  const memory = memories.get(db) ?? { bytes: 0, leaves: new Map(), lists: new Map() };
  memories.set(db, memory);
  return memory;
}

function spend(memory: Memory, bytes: number): void {
  memory.bytes += bytes;
  if (memory.bytes <= BYTES_MAX) return;
  memory.bytes = 0;
  memory.leaves.clear();
  memory.lists.clear();
}
