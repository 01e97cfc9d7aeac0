import { type List, unpack } from '../stored/postings.ts';

/** So many of the first records of a list that are not gone; fewer only where there are no more. */
export function liveAmong(list: List, isGone: (number: number) => boolean, enough: number): number[] {
  const among = (count: number) => {
    const entries = new Uint32Array(Math.min(count, list.count));
    unpack({ ...list, count: entries.length }, entries);
    return Array.from(entries, (entry) => entry >>> 4).filter((number) => !isGone(number));
  };
  const first = among(enough);
  // Nearly always the first are not.
  return first.length < enough ? among(list.count) : first;
}

/** A record of a list that is not gone. */
export const liveIn = (list: List, isGone: (number: number) => boolean): number | undefined =>
  liveAmong(list, isGone, 1)[0];
