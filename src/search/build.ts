import { writeCensus } from './census.ts';
import { addTerm, draftLeaf, isFull, type Leaf, writeLeaf } from './leaf.ts';
import type { Packed } from './postings.ts';

/** Where what was built is put. */
export interface LeafSink {
  /** The next leaf, which begins with the term `first`, and its part of the census. */
  leaf(first: string, leaf: Leaf, census: Uint8Array): void;
  /** Postings of a term of the leaf that comes next, which are too long to stand in it. */
  large(term: string, bytes: Uint8Array): void;
}

/** Takes terms in their order and writes leaves; `close` writes what is left. */
export function createLeafWriter(sink: LeafSink): { add(term: string, postings: Packed): void; close(): void } {
  let draft = draftLeaf();
  let having: number[] = [];
  const close = () => {
    if (draft.terms.length === 0) return;
    sink.leaf(draft.terms[0] ?? '', writeLeaf(draft), writeCensus(draft.terms, having));
    draft = draftLeaf();
    having = [];
  };
  return {
    add(term, postings) {
      if (postings.count === 0) return;
      const large = addTerm(draft, term, postings);
      having.push(postings.count);
      if (large) sink.large(term, large);
      if (isFull(draft)) close();
    },
    close,
  };
}

/** The order of the dictionary. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
