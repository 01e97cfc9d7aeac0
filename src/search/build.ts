import { addTerm, draftLeaf, isFull, type Leaf, writeLeaf } from './leaf.ts';
import type { Postings } from './postings.ts';

/** Where what was built is put. */
export interface LeafSink {
  /** Leaf number `at`, which begins with the term `first`. */
  leaf(at: number, first: string, leaf: Leaf): void;
  /** Postings of term i of leaf `at`, which are too long to stand in it. */
  large(at: number, i: number, bytes: Uint8Array): void;
}

/** Writes leaves from number `at` on, from terms in their order. Gives the number of the next leaf. */
export function writeLeaves(terms: Iterable<[string, Postings]>, from: number, at: number, sink: LeafSink): number {
  let next = at;
  let draft = draftLeaf();
  const close = () => {
    if (draft.terms.length === 0) return;
    sink.leaf(next++, draft.terms[0] ?? '', writeLeaf(draft));
    draft = draftLeaf();
  };
  for (const [term, postings] of terms) {
    if (postings.numbers.length === 0) continue;
    const large = addTerm(draft, term, postings, from);
    if (large) sink.large(next, draft.terms.length - 1, large);
    if (isFull(draft)) close();
  }
  close();
  return next;
}

/** Turns records with their terms (in ascending order of number) into terms with their records, sorted. */
export function invert(records: Iterable<{ number: number; terms: Iterable<[string, number]> }>): [string, Postings][] {
  const byTerm = new Map<string, { numbers: number[]; impacts: number[] }>();
  for (const { number, terms } of records) {
    for (const [term, impact] of terms) {
      const list = byTerm.get(term);
      if (list) {
        list.numbers.push(number);
        list.impacts.push(impact);
      } else byTerm.set(term, { numbers: [number], impacts: [impact] });
    }
  }
  const sorted = [...byTerm].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.map(([term, { numbers, impacts }]) => [
    term,
    { numbers: Uint32Array.from(numbers), impacts: Uint8Array.from(impacts) },
  ]);
}
