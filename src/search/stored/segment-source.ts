import type { Census } from './census.ts';
import type { ReadLeaf } from './leaf.ts';
import { placeIn } from './sorted.ts';

/** A segment, with the ways to read it. A call is one trip to the disk, however much it reads. */
export interface SegmentSource {
  from: number;
  firsts: string[];
  /** The leaves with these numbers, which ascend. */
  leaves(places: number[]): Promise<ReadLeaf[]>;
  census(): Promise<Census>;
}

/** Above all that a term can hold. */
export const AFTER_ALL = '\uffff';

/** Numbers of the leaves that may hold terms from `low` to `high`. */
export function placesBetween({ firsts }: SegmentSource, low: string, high: string): number[] {
  const first = Math.max(0, placeIn(firsts, (one) => one <= low) - 1);
  return Array.from({ length: Math.max(0, placeIn(firsts, (one) => one <= high) - first) }, (_, i) => first + i);
}
