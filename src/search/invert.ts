import { scaleOf, storedBeginning } from './beginnings.ts';
import type { KnownTerm } from './known-terms.ts';
import { pack } from './packer.ts';
import { ENTRY, numberAt, type Packed } from './postings.ts';

/** Turns records with their terms into terms with their records. */
export interface Inverter {
  /** Goes on to a record, whose number is higher than the last. */
  begin(number: number): void;
  /** Adds a term of this record, each once. */
  add(term: KnownTerm, impact: number): void;
  /** All terms in their order. */
  terms(): Iterable<[string, Packed]>;
}

/** Gaps are counted from `from`. */
export function createInverter(from: number): Inverter {
  const entriesByTerm = new Map<string, number[]>();
  let record = from;
  return {
    begin(number) {
      record = number;
    },
    add({ term }, impact) {
      addTo(entriesByTerm, term, [record * ENTRY + impact]);
    },
    *terms() {
      const begun = new Map<string, number[]>();
      for (const [term, entries] of entriesByTerm) {
        const beginning = storedBeginning(term);
        if (beginning !== null) addTo(begun, beginning, entries);
      }
      // The order of UTF-16 code units, which is what sorting does where it is not told otherwise.
      for (const term of [...begun.keys(), ...entriesByTerm.keys()].sort()) {
        const entries = Uint32Array.from(entriesByTerm.get(term) ?? bestOf(begun.get(term) ?? []));
        yield [term, { count: entries.length, bytes: pack(entries, from, scaleOf(term)) }];
      }
    },
  };
}

function addTo(lists: Map<string, number[]>, term: string, entries: number[]): void {
  const list = lists.get(term);
  if (list) for (const entry of entries) list.push(entry);
  else lists.set(term, entries.slice());
}

/** In their order, and of each record what says most. */
function bestOf(entries: number[]): Uint32Array {
  const sorted = Uint32Array.from(entries).sort();
  return sorted.filter((entry, i) => i + 1 === sorted.length || numberAt(sorted, i + 1) !== entry >>> 4);
}
