import type { SegmentSource } from '../search/find/part.ts';
import type { Census } from '../search/stored/census.ts';
import { DamagedIndex, type ReadLeaf, readLeaf, sumOf } from '../search/stored/leaf.ts';
import type { Db } from './db.ts';
import { quickRead } from './quick-read.ts';
import type { Reading } from './reading.ts';
import type { LeafRow, ListRow, SegmentRow } from './rows.ts';
import { CENSUS } from './segment-keys.ts';

/**
 * Leaves that were read, by segment and place, those that were asked for last behind the others, with their bytes. Segments never change,
 * so what was read stays true.
 */
interface Memory {
  bytes: number;
  leaves: Map<string, ReadLeaf>;
}

const memories = new WeakMap<Reading, Memory>();
/** Then what was not asked for the longest goes: why.md. */
const BYTES_MAX = 6 * 1024 * 1024;

/** The first terms of leaves. */
export const namesIn = (firsts: string): string[] => (firsts === '' ? [] : firsts.split('\n'));

/** Whether leaves stand behind the last that it names, as where the end of the names was lost: nobody would ever read them. */
export async function isCut(db: Db, { id = 0, firsts }: SegmentRow): Promise<boolean> {
  const behind = db.leaves.where('[segment+at]').between([id, namesIn(firsts).length], [id, Number.POSITIVE_INFINITY]);
  return (await behind.limit(1).primaryKeys()).length > 0;
}

/** A segment whose leaves are read from the database as they are needed. A merge, which reads each once, remembers none. */
export function segmentSource(db: Reading, { id = 0, from, firsts }: SegmentRow, isRemembered = true): SegmentSource {
  const memory = isRemembered ? memoryOf(db) : createMemory();
  const names = namesIn(firsts);
  let census: Promise<Census> | undefined;
  return {
    from,
    firsts: names,
    census() {
      census ??= loadCensus(db, id, names).catch((error: unknown) => {
        census = undefined;
        throw error;
      });
      return census;
    },
    async leaves(places) {
      const known = places.map((at) => memory.leaves.get(`${id} ${at}`));
      const missing = places.filter((_, i) => !known[i]);
      const loaded = missing.length > 0 ? (await loadLeaves(db, id, missing)).map(readLeaf) : [];
      // By these a leaf is looked for, and no sum proves them.
      if (loaded.some((leaf, i) => leaf.terms[0] !== names[missing[i] as number])) throw new DamagedIndex();
      let next = 0;
      const read = known.map((leaf) => leaf ?? (loaded[next++] as ReadLeaf));
      for (const [i, leaf] of read.entries()) remember(memory, `${id} ${places[i]}`, leaf);
      return read;
    },
  };
}

/** Neighbouring leaves are asked for together; to ask for one alone is quicker by its key than as a range of one. */
async function loadLeaves(db: Reading, id: number, places: number[]): Promise<LeafRow[]> {
  const runs: { first: number; last: number }[] = [];
  for (const at of places) {
    const run = runs.at(-1);
    if (run?.last === at - 1) run.last = at;
    else runs.push({ first: at, last: at });
  }
  const rows = await quickRead(db, ['leaves'], (table) =>
    runs.map(({ first, last }): IDBRequest<LeafRow | LeafRow[] | undefined> => {
      const range = IDBKeyRange.bound([id, first], [id, last]);
      return first === last ? table('leaves').get([id, first]) : (table('leaves').getAll(range) as IDBRequest);
    }),
  );
  const found = rows.flat().filter((row) => row !== undefined);
  if (found.length !== places.length) throw new DamagedIndex();
  return found;
}

/** Held as long as the segment is: about three bytes a word. It is read for a page, and for the first word that hardly anything has: it may be written in two. */
async function loadCensus(db: Reading, id: number, firsts: string[]): Promise<Census> {
  const range = IDBKeyRange.bound([id, CENSUS, 0], [id, CENSUS, Number.MAX_VALUE]);
  const [[rows = []], { readCensus }] = await Promise.all([
    quickRead(db, ['lists'], (table): IDBRequest<ListRow[]>[] => [table('lists').getAll(range)]),
    import('../search/stored/census.ts'),
  ]);
  if (rows.some(({ bytes, sum }) => sumOf('', bytes) !== sum)) throw new DamagedIndex();
  return readCensus(
    rows.map(({ bytes }) => bytes),
    firsts,
  );
}

const createMemory = (): Memory => ({ bytes: 0, leaves: new Map() });

function memoryOf(db: Reading): Memory {
  const memory = memories.get(db) ?? createMemory();
  memories.set(db, memory);
  return memory;
}

/** About what a leaf takes in memory: its data, and its terms as strings of their own. */
const bytesOf = ({ data, terms }: ReadLeaf): number => data.length + 16 * terms.length;

/** As the one that was asked for last. */
function remember(memory: Memory, key: string, leaf: ReadLeaf): void {
  if (!memory.leaves.delete(key)) memory.bytes += bytesOf(leaf);
  for (const [oldest, one] of memory.leaves) {
    if (memory.bytes <= BYTES_MAX) break;
    memory.leaves.delete(oldest);
    memory.bytes -= bytesOf(one);
  }
  memory.leaves.set(key, leaf);
}
