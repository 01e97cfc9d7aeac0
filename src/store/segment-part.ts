import type { Census } from '../search/census.ts';
import { DamagedIndex, type ReadLeaf, readLeaf, sumOf } from '../search/leaf.ts';
import { LONG, type SegmentSource, type Stretch } from '../search/part.ts';
import { quickRead } from './quick-read.ts';
import type { Reading } from './reading.ts';
import type { LeafRow, ListRow, SegmentRow } from './rows.ts';
import { CENSUS, LISTS } from './segment-keys.ts';

/** What was read, by segment and place, with its bytes. Segments never change, so what was read stays true. */
interface Memory {
  bytes: number;
  leaves: Map<string, ReadLeaf>;
  lists: Map<string, Uint8Array>;
}

const memories = new WeakMap<Reading, Memory>();
/** Then all is forgotten at once, which is simpler than an order and costs one slower search. */
const BYTES_MAX = 6 * 1024 * 1024;

/** A segment whose leaves are read from the database as they are needed. A merge, which reads each once, remembers none. */
export function segmentSource(
  db: Reading,
  { id = 0, from, firsts, records }: SegmentRow,
  isRemembered = true,
): SegmentSource {
  const memory = isRemembered ? memoryOf(db) : createMemory();
  const names = firsts === '' ? [] : firsts.split('\n');
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
      if (missing.length === 0) return known.filter((leaf) => leaf !== undefined);
      const loaded = new Map((await loadLeaves(db, id, missing)).map((row) => [row.at, readLeaf(row)]));
      for (const [at, leaf] of loaded) remember(memory, memory.leaves, `${id} ${at}`, leaf, bytesOf(leaf));
      return places.map((at, i) => known[i] ?? loaded.get(at)).filter((leaf) => leaf !== undefined);
    },
    guesses: (places) => records >= LONG && places.some((at) => !memory.leaves.has(`${id} ${at}`)),
    async lists(stretches) {
      const found = new Map<string, Uint8Array>();
      const missing = stretches.filter(({ terms }) => !terms || !recall(memory, id, terms, found));
      const rows = missing.length > 0 ? await loadLists(db, id, missing) : [];
      for (const { i: term, bytes } of rows) {
        remember(memory, memory.lists, `${id} ${term}`, bytes, bytes.length);
        found.set(String(term), bytes);
      }
      return found;
    },
  };
}

/** The lists of some terms, where all of them are remembered: what a letter more asks for is among what the letter before brought. */
function recall({ lists }: Memory, id: number, terms: string[], found: Map<string, Uint8Array>): boolean {
  return terms.every((term) => {
    const bytes = lists.get(`${id} ${term}`);
    if (bytes) found.set(term, bytes);
    return bytes !== undefined;
  });
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
    runs.map(({ first, last }) => askBetween<LeafRow>(table('leaves'), [id, first], [id, last], first === last)),
  );
  const found = rows.flatMap(listed);
  if (found.length !== places.length) throw new DamagedIndex();
  return found;
}

const loadLists = (db: Reading, id: number, stretches: Stretch[]): Promise<ListRow[]> =>
  loadBetween(
    db,
    stretches.map(({ first, last }) => [
      [id, LISTS, first],
      [id, LISTS, last],
    ]),
  );

async function loadBetween(db: Reading, ranges: [low: IDBValidKey[], high: IDBValidKey[]][]): Promise<ListRow[]> {
  const answers = await quickRead(db, ['lists'], (table) =>
    ranges.map(([low, high]) => askBetween<ListRow>(table('lists'), low, high, low[2] === high[2])),
  );
  const rows = answers.flatMap(listed);
  if (rows.some(({ bytes, sum }) => sumOf('', bytes) !== sum)) throw new DamagedIndex();
  return rows;
}

type Answer<T> = T | T[] | undefined;

const askBetween = <T>(
  table: IDBObjectStore,
  low: IDBValidKey[],
  high: IDBValidKey[],
  isOne: boolean,
): IDBRequest<Answer<T>> => (isOne ? table.get(low) : (table.getAll(IDBKeyRange.bound(low, high)) as IDBRequest));

const listed = <T>(answer: Answer<T>): T[] => (Array.isArray(answer) ? answer : answer === undefined ? [] : [answer]);

/** Held as long as the segment is: about three bytes a word. Whoever matches no page does not load how it is read. */
async function loadCensus(db: Reading, id: number, firsts: string[]): Promise<Census> {
  const low = [id, CENSUS, 0];
  const high = [id, CENSUS, Number.MAX_VALUE];
  const [rows, { joined, readCensus }] = await Promise.all([
    loadBetween(db, [[low, high]]),
    import('../search/census.ts'),
  ]);
  return readCensus(joined(rows.map(({ bytes }) => bytes)), firsts);
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
