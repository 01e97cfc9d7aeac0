import { scaleOf, storedBeginning } from './beginnings.ts';
import { type KnownTerm, knownTerm } from './known-terms.ts';
import { pack } from './packer.ts';
import { ENTRY, type Packed } from './postings.ts';

/** Turns records with their terms into terms with their records. */
export interface Inverter {
  /** Goes on to a record, whose number is higher than the last. */
  begin(number: number): void;
  /** Adds a term of this record, each once. */
  add(term: KnownTerm, impact: number): void;
  /** All terms in their order. */
  terms(): Iterable<[string, Packed]>;
}

/**
 * Gaps are counted from `from`. What comes in stands in two long columns until the end, where it is dealt out by term: a
 * list of its own for each term would be thousands of small ones, and most of the time would go into collecting them.
 */
export function createInverter(from: number): Inverter {
  const ids = new Map<string, number>();
  /** By term: the id of the beginning of two letters that is stored with it, how often it stands in the columns. */
  const beginnings: number[] = [];
  const counts: number[] = [];
  /** By term: what the record at hand says most, of beginnings alone. */
  const most: number[] = [];
  const met: number[] = [];
  const columns = createColumns();
  let record = from;
  const idOf = (known: KnownTerm): number => {
    if (known.owner === ids) return known.id;
    known.owner = ids;
    known.id = ids.get(known.term) ?? take(known.term);
    return known.id;
  };
  const take = (term: string): number => {
    const id = ids.size;
    ids.set(term, id);
    counts.push(0);
    most.push(0);
    beginnings.push(-1);
    const stored = storedBeginning(term);
    if (stored !== null) beginnings[id] = idOf(knownTerm(stored));
    return id;
  };
  const write = (id: number, impact: number) => {
    columns.add(id, record, impact);
    (counts[id] as number)++;
  };
  const end = () => {
    for (const id of met) {
      write(id, most[id] as number);
      most[id] = 0;
    }
    met.length = 0;
  };
  return {
    begin(number) {
      end();
      record = number;
    },
    add(term, impact) {
      const id = idOf(term);
      write(id, impact);
      const beginning = beginnings[id] as number;
      if (beginning < 0) return;
      if (most[beginning] === 0) met.push(beginning);
      if (impact > (most[beginning] as number)) most[beginning] = impact;
    },
    *terms() {
      end();
      const { entries, starts } = columns.deal(counts);
      // The order of UTF-16 code units, which is what sorting does where it is not told otherwise.
      for (const term of [...ids.keys()].sort()) {
        const id = ids.get(term) as number;
        const [at, count] = [starts[id] as number, counts[id] as number];
        yield [term, { count, bytes: pack(entries.subarray(at, at + count), from, scaleOf(term)) }];
      }
    },
  };
}

/** Which term stands in which record and what it says there, one after the other. They grow. */
function createColumns() {
  let size = 16_384;
  let ids = new Uint32Array(size);
  let entries = new Uint32Array(size);
  let length = 0;
  const grow = () => {
    size *= 2;
    const before = { ids, entries };
    ids = new Uint32Array(size);
    entries = new Uint32Array(size);
    ids.set(before.ids);
    entries.set(before.entries);
  };
  return {
    add(id: number, number: number, impact: number) {
      if (length === size) grow();
      ids[length] = id;
      entries[length++] = number * ENTRY + impact;
    },
    /** The entries of each term in their order, and where those of a term start. */
    deal(counts: number[]) {
      const starts = new Uint32Array(counts.length);
      for (let id = 1; id < counts.length; id++) starts[id] = (starts[id - 1] as number) + (counts[id - 1] as number);
      const next = starts.slice();
      const dealt = new Uint32Array(length);
      for (let place = 0; place < length; place++) {
        const id = ids[place] as number;
        dealt[next[id] as number] = entries[place] as number;
        next[id] = (next[id] as number) + 1;
      }
      return { entries: dealt, starts };
    },
  };
}
