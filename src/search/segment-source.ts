import type { Census } from './census.ts';
import type { ReadLeaf } from './leaf.ts';
import { lowerBound } from './sorted.ts';

/** Terms from `first` to `last`; `terms` are those of them that have lists of their own, where that is known. */
export interface Stretch {
  first: string;
  last: string;
  terms?: string[];
}

/** A segment, with the ways to read it. A call is one trip to the disk, however much it reads. */
export interface SegmentSource {
  from: number;
  firsts: string[];
  /** The leaves with these numbers, which ascend. */
  leaves(places: number[]): Promise<ReadLeaf[]>;
  /** Whether lists should be asked for beside those leaves: there are some, and not all of the leaves are at hand. */
  guesses(places: number[]): boolean;
  /** By term, the postings of some stretches that stand in lists of their own. */
  lists(stretches: Stretch[]): Promise<Map<string, Uint8Array>>;
  census(): Promise<Census>;
}

/** Above all that a term can hold. */
export const AFTER_ALL = '\uffff';

/** Numbers of the leaves that may hold terms from `low` to `high`. */
export function placesBetween({ firsts }: SegmentSource, low: string, high: string): number[] {
  const first = Math.max(0, lowerBound(firsts, low, true) - 1);
  return Array.from({ length: Math.max(0, lowerBound(firsts, high, true) - first) }, (_, i) => first + i);
}

/** Of so many records the list of a word is about too long for its leaf. */
export const LONG = 600;
