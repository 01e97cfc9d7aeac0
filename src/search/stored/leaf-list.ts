import type { ReadLeaf } from './leaf.ts';
import type { PackedList } from './postings.ts';
import { scaleOf } from './postings.ts';

/** The postings of a term of a leaf, by its place there, the same each time; their gaps are counted from `from`. */
export function listAt({ terms, having, starts, data, lists }: ReadLeaf, i: number, from: number): PackedList {
  lists[i] ??= {
    bytes: data,
    at: starts[i] as number,
    count: having[i] as number,
    from,
    scale: scaleOf(terms[i] as string),
  };
  return lists[i];
}
