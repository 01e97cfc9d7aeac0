import { pack } from '../stored/packer.ts';
import { ENTRY, type Packed, scaleOf } from '../stored/postings.ts';
import type { KnownTerm } from '../text/known-terms.ts';

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
  /** Of a record that has it already what says most is left. */
  const put = (term: string, impact: number) => {
    const entry = record * ENTRY + impact;
    const entries = entriesByTerm.get(term);
    const last = entries?.at(-1) ?? 0;
    if (!entries) entriesByTerm.set(term, [entry]);
    else if (last < record * ENTRY) entries.push(entry);
    else if (last < entry) entries[entries.length - 1] = entry;
  };
  return {
    begin(number) {
      record = number;
    },
    add({ term, beginning }, impact) {
      put(term, impact);
      if (beginning !== null) put(beginning, impact);
    },
    *terms() {
      // The order of UTF-16 code units, which is what sorting does where it is not told otherwise.
      for (const term of [...entriesByTerm.keys()].sort()) {
        const entries = new Uint32Array(entriesByTerm.get(term) ?? []);
        yield [term, { count: entries.length, bytes: pack(entries, from, scaleOf(term)) }];
      }
    },
  };
}
