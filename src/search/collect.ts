import type { LeafSink } from './build.ts';
import { type Leaf, sumOf } from './leaf.ts';

/** Leaves of a segment that were built and wait to be written. Nothing but data, so that a worker can hand it over. */
export interface Collected {
  firsts: string[];
  leaves: { at: number; leaf: Leaf }[];
  lists: { term: string; bytes: Uint8Array; sum: number }[];
  /** Number of the first leaf, and what the census says of each. */
  from: number;
  census: Uint8Array[];
  bytes: number;
}

/** Collects leaves from number `from` on. */
export function collectLeaves(from = 0): { collected: Collected; sink: LeafSink } {
  const collected: Collected = { firsts: [], leaves: [], lists: [], from, census: [], bytes: 0 };
  const { firsts, leaves, lists, census } = collected;
  const sink: LeafSink = {
    leaf(first, leaf, part) {
      census.push(part);
      collected.bytes += leaf.data.length + leaf.terms.length + part.length;
      leaves.push({ at: from + firsts.length, leaf });
      firsts.push(first);
    },
    large(term, bytes) {
      collected.bytes += bytes.length;
      lists.push({ term, bytes, sum: sumOf('', bytes) });
    },
  };
  return { collected, sink };
}
