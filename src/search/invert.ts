import { scaleOf, storedBeginning } from './beginnings.ts';
import { type KnownTerm, knownTerm } from './known-terms.ts';
import { createPacker, pack, packed, resetPacker } from './packer.ts';
import type { Packed } from './postings.ts';

/** Turns records with their terms into terms with their records. */
export interface Inverter {
  /** Goes on to a record, whose number is higher than the last. */
  begin(number: number): void;
  /** Adds a term of this record, each once. */
  add(term: KnownTerm, impact: number): void;
  /** All terms in their order. The postings stay as they are until the next. */
  terms(): Iterable<[string, Packed]>;
}

/**
 * Gaps are counted from `from`. What comes in stands in three long columns until the end, where it is dealt out by term: a
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
      const packer = createPacker();
      const { places, starts } = columns.deal(counts);
      // The order of UTF-16 code units, which is what sorting does where it is not told otherwise.
      for (const term of [...ids.keys()].sort()) {
        const id = ids.get(term) as number;
        const scale = scaleOf(term);
        resetPacker(packer, from);
        for (let at = starts[id] as number, last = at + (counts[id] as number); at < last; at++) {
          const place = places[at] as number;
          pack(packer, columns.numbers[place] as number, columns.impacts[place] as number, scale);
        }
        yield [term, packed(packer)];
      }
    },
  };
}

/** Which term stands in which record and what it says there, one after the other. They grow. */
function createColumns() {
  let size = 16_384;
  let ids = new Uint32Array(size);
  let length = 0;
  const columns = {
    numbers: new Uint32Array(size),
    impacts: new Uint8Array(size),
    add(id: number, number: number, impact: number) {
      if (length === size) grow();
      ids[length] = id;
      columns.numbers[length] = number;
      columns.impacts[length++] = impact;
    },
    /** The places of each term in their order, and where those of a term start. */
    deal(counts: number[]) {
      const starts = new Uint32Array(counts.length);
      for (let id = 1; id < counts.length; id++) starts[id] = (starts[id - 1] as number) + (counts[id - 1] as number);
      const next = starts.slice();
      const places = new Uint32Array(length);
      for (let place = 0; place < length; place++) {
        const id = ids[place] as number;
        places[next[id] as number] = place;
        next[id] = (next[id] as number) + 1;
      }
      return { places, starts };
    },
  };
  const grow = () => {
    size *= 2;
    const before = { ...columns, ids };
    ids = new Uint32Array(size);
    columns.numbers = new Uint32Array(size);
    columns.impacts = new Uint8Array(size);
    ids.set(before.ids);
    columns.numbers.set(before.numbers);
    columns.impacts.set(before.impacts);
  };
  return columns;
}
