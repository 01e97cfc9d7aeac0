import { scaleOf, storedBeginning } from './beginnings.ts';
import { addTerm, draftLeaf, isFull, type Leaf, writeLeaf } from './leaf.ts';
import { type Packed, placeOf, type Scale, writeVarint } from './postings.ts';

/** Where what was built is put. */
export interface LeafSink {
  /** The next leaf, which begins with the term `first`. */
  leaf(first: string, leaf: Leaf): void;
  /** Postings of term i of the leaf that comes next, which are too long to stand in it. */
  large(i: number, bytes: Uint8Array): void;
}

/** Takes terms in their order and writes leaves; `close` writes what is left. */
export function createLeafWriter(sink: LeafSink): { add(term: string, postings: Packed): void; close(): void } {
  let draft = draftLeaf();
  const close = () => {
    if (draft.terms.length === 0) return;
    sink.leaf(draft.terms[0] ?? '', writeLeaf(draft));
    draft = draftLeaf();
  };
  return {
    add(term, postings) {
      if (postings.count === 0) return;
      const large = addTerm(draft, term, postings);
      if (large) sink.large(draft.terms.length - 1, large);
      if (isFull(draft)) close();
    },
    close,
  };
}

/** Turns records with their terms into terms with their records. */
export interface Inverter {
  /** Adds a record, whose number is higher than the last. */
  add(number: number, terms: Iterable<[string, number]>): void;
  /** All terms in their order. */
  terms(): Iterable<[string, Packed]>;
}

/** Postings that grow. Most stay so short that a typed array each would cost more than what is in it. */
interface Growing {
  last: number;
  count: number;
  bytes: number[];
  scale: Scale;
}

/** Gaps are counted from `from`. */
export function createInverter(from: number): Inverter {
  const byTerm = new Map<string, Growing>();
  const beginnings = new Map<string, number>();
  const write = (term: string, number: number, impact: number) => {
    let growing = byTerm.get(term);
    if (!growing) {
      growing = { last: from, count: 0, bytes: [], scale: scaleOf(term) };
      byTerm.set(term, growing);
    }
    const { bytes, last, scale } = growing;
    writeVarint(bytes, (number - last) * scale.width + placeOf(impact, scale));
    growing.last = number;
    growing.count++;
  };
  return {
    add(number, terms) {
      beginnings.clear();
      for (const [term, impact] of terms) {
        write(term, number, impact);
        const stored = storedBeginning(term);
        if (stored !== null && impact > (beginnings.get(stored) ?? 0)) beginnings.set(stored, impact);
      }
      for (const [stored, impact] of beginnings) write(stored, number, impact);
    },
    *terms() {
      for (const term of [...byTerm.keys()].sort(byCodeUnit)) {
        const { count = 0, bytes = [] } = byTerm.get(term) ?? {};
        yield [term, { count, bytes: new Uint8Array(bytes) }];
      }
    },
  };
}

/** The order of the dictionary. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
