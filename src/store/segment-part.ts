import type { Census } from '../search/census.ts';
import { DamagedIndex, isInside, type ReadLeaf, readLeaf, sumOf } from '../search/leaf.ts';
import type { Place, SegmentSource } from '../search/part.ts';
import { quickRead } from './quick-read.ts';
import type { Reading } from './reading.ts';
import type { LeafRow, ListRow, SegmentRow } from './rows.ts';
import { CENSUS } from './segment-rows.ts';

/** What was read, by segment and place, with its bytes. Segments never change, so what was read stays true. */
interface Memory {
  bytes: number;
  leaves: Map<string, ReadLeaf>;
  lists: Map<string, Uint8Array>;
}

interface Run {
  first: Place;
  last: Place;
}

const memories = new WeakMap<Reading, Memory>();
/** Then all is forgotten at once, which is simpler than an order and costs one slower search. */
const BYTES_MAX = 6 * 1024 * 1024;

/** A segment whose leaves are read from the database as they are needed. A merge, which reads each once, remembers none. */
export function segmentSource(db: Reading, { id = 0, from, firsts }: SegmentRow, isRemembered = true): SegmentSource {
  const memory = isRemembered ? memoryOf(db) : createMemory();
  const names = firsts === '' ? [] : firsts.split('\n');
  let census: Promise<Census> | undefined;
  return {
    from,
    firsts: names,
    census() {
      census ??= loadCensus(db, id, names.length).catch((error: unknown) => {
        census = undefined;
        throw error;
      });
      return census;
    },
    async leaves(places) {
      const known = places.map((at) => memory.leaves.get(`${id} ${at}`));
      const missing = places.filter((_, i) => !known[i]);
      if (missing.length === 0) return known.filter((leaf) => leaf !== undefined);
      const loaded = new Map((await loadLeaves(db, id, missing)).map((row) => [row.at, readLeaf(row)]));
      for (const [at, leaf] of loaded) remember(memory, memory.leaves, `${id} ${at}`, leaf, bytesOf(leaf));
      return places.map((at, i) => known[i] ?? loaded.get(at)).filter((leaf) => leaf !== undefined);
    },
    async lists(runs) {
      const known = runs.map((run) => recall(memory, id, run));
      const missing = runs.filter((_, i) => !known[i]);
      const loaded = missing.length > 0 ? await loadLists(db, id, missing) : [];
      for (const { at, i, bytes } of loaded.flat())
        remember(memory, memory.lists, `${id} ${at} ${i}`, bytes, bytes.length);
      let next = 0;
      return known.map((lists) => lists ?? (loaded[next++] ?? []).map(({ bytes }) => bytes));
    },
  };
}

/** The lists of a run, where all of them are remembered: what a letter more asks for is among what the letter before brought. */
function recall({ leaves, lists }: Memory, id: number, { first, last }: Run): Uint8Array[] | null {
  const found: Uint8Array[] = [];
  for (let at = first.at; at <= last.at; at++) {
    const leaf = leaves.get(`${id} ${at}`);
    if (!leaf) return null;
    const end = at === last.at ? last.i : leaf.terms.length - 1;
    for (let i = at === first.at ? first.i : 0; i <= end; i++) {
      if (isInside(leaf, i)) continue;
      const bytes = lists.get(`${id} ${at} ${i}`);
      if (!bytes) return null;
      found.push(bytes);
    }
  }
  return found;
}

/** Neighbouring leaves are asked for together. */
async function loadLeaves(db: Reading, id: number, places: number[]): Promise<LeafRow[]> {
  const runs: { first: number; last: number }[] = [];
  for (const at of places) {
    const run = runs.at(-1);
    if (run?.last === at - 1) run.last = at;
    else runs.push({ first: at, last: at });
  }
  const rows = await quickRead(db, ['leaves'], (table) =>
    runs.map(
      ({ first, last }): IDBRequest<LeafRow[]> => table('leaves').getAll(IDBKeyRange.bound([id, first], [id, last])),
    ),
  );
  if (rows.flat().length !== places.length) throw new DamagedIndex();
  return rows.flat();
}

async function loadLists(db: Reading, id: number, runs: Run[]): Promise<ListRow[][]> {
  const rows = await quickRead(db, ['lists'], (table) =>
    runs.map(
      ({ first, last }): IDBRequest<ListRow[]> =>
        table('lists').getAll(IDBKeyRange.bound([id, first.at, first.i], [id, last.at, last.i])),
    ),
  );
  if (rows.flat().some(({ bytes, sum }) => sumOf('', bytes) !== sum)) throw new DamagedIndex();
  return rows;
}

/** Held as long as the segment is: about three bytes a word. Whoever matches no page does not load how it is read. */
async function loadCensus(db: Reading, id: number, leaves: number): Promise<Census> {
  const { joined, readCensus } = await import('../search/census.ts');
  const [rows] = await loadLists(db, id, [{ first: { at: CENSUS, i: 0 }, last: { at: CENSUS, i: Number.MAX_VALUE } }]);
  return readCensus(joined((rows ?? []).map(({ bytes }) => bytes)), leaves);
}

const createMemory = (): Memory => ({ bytes: 0, leaves: new Map(), lists: new Map() });

function memoryOf(db: Reading): Memory {
  const memory = memories.get(db) ?? createMemory();
  memories.set(db, memory);
  return memory;
}

/** About what a leaf takes in memory: its data, and its terms as strings of their own. */
const bytesOf = ({ data, terms }: ReadLeaf): number => data.length + 16 * terms.length;

function remember<T>(memory: Memory, into: Map<string, T>, key: string, value: T, bytes: number): void {
  memory.bytes += bytes;
  if (memory.bytes > BYTES_MAX) {
    memory.bytes = bytes;
    memory.leaves.clear();
    memory.lists.clear();
  }
  into.set(key, value);
}
