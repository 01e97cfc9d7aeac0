import { type List, numberAt, unpack } from './postings.ts';

/** So many of the first records of a list that are not gone; fewer only where there are no more. */
export function liveAmong(list: List, isGone: (number: number) => boolean, enough: number): number[] {
  let live: number[] = [];
  // Nearly always the first are not.
  for (const count of [enough, list.count]) {
    const entries = new Uint32Array(Math.min(count, list.count));
    unpack({ ...list, count: entries.length }, entries);
    live = Array.from(entries, (_, i) => numberAt(entries, i)).filter((number) => !isGone(number));
    if (live.length >= enough) break;
  }
  return live;
}

/** A record of a list that is not gone. */
export const liveIn = (list: List, isGone: (number: number) => boolean): number | undefined =>
  liveAmong(list, isGone, 1)[0];
