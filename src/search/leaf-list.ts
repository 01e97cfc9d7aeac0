import { scaleOf } from './beginnings.ts';
import type { ReadLeaf } from './leaf.ts';
import type { PackedList } from './postings.ts';

/** The postings of a term of a leaf, by its place there; their gaps are counted from `from`. */
export const listAt = ({ terms, having, starts, data }: ReadLeaf, i: number, from: number): PackedList => ({
  bytes: data,
  at: starts[i] as number,
  count: having[i] as number,
  from,
  scale: scaleOf(terms[i] as string),
});
