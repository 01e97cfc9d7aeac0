import { type Candidate, insert } from '../find/best.ts';
import { WINDOW } from '../find/gather.ts';
import { ENTRY, type List, unpack } from '../stored/postings.ts';

/** What one term of a page finds, and what it says of a record for each step of its impact. */
export interface Speaker {
  lists: List[];
  unit: number;
}

/** One for all pages: a page is added up without a pause, and leaves all sums 0. */
interface Sums {
  entries: Uint32Array;
  scores: Float64Array;
  places: Uint32Array;
}
let sums: Sums | undefined;

/** A list that was unpacked, as far as it was added up. */
interface Walk {
  next: number;
  end: number;
  unit: number;
}

/**
 * The best `most` records by the sum of what the terms of a page say of them; of equals the newest. It is what `gather` finds where
 * every slot only counts and has one term, for a third of the work: no record stands in two lists of a term.
 */
export function gatherForPage(speakers: Speaker[], isGone: (number: number) => boolean, most: number): Candidate[] {
  sums ??= { entries: new Uint32Array(0), scores: new Float64Array(WINDOW), places: new Uint32Array(WINDOW) };
  const walks = unpackAll(sums, speakers);
  const best: Candidate[] = [];
  for (let first = leastOf(sums, walks); first < Number.POSITIVE_INFINITY; first = leastOf(sums, walks)) {
    const from = Math.floor(first / ENTRY / WINDOW) * WINDOW;
    let known = 0;
    for (const walk of walks) known = addUp(sums, walk, from, known);
    pick(sums, from, known, { best, isGone, most });
  }
  return best;
}

function unpackAll(sums: Sums, speakers: Speaker[]): Walk[] {
  const size = speakers.reduce((all, { lists }) => lists.reduce((sum, { count }) => sum + count, all), 0);
  if (size > sums.entries.length) sums.entries = new Uint32Array(size + (size >> 2));
  let next = 0;
  return speakers.flatMap(({ lists, unit }) =>
    lists.map((list): Walk => {
      unpack(list, sums.entries, next);
      const walk = { next, end: next + list.count, unit };
      next = walk.end;
      return walk;
    }),
  );
}

/** The first entry that was not added up yet. */
function leastOf({ entries }: Sums, walks: Walk[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { next, end } of walks) if (next < end) least = Math.min(least, entries[next] as number);
  return least;
}

/** Adds a list up as far as the window from `from` goes. `known` places were met before; gives how many are known after. */
function addUp({ entries, scores, places }: Sums, walk: Walk, from: number, known: number): number {
  const { end, unit } = walk;
  const first = from * ENTRY;
  const stop = first + WINDOW * ENTRY;
  let count = known;
  let i = walk.next;
  for (; i < end; i++) {
    const entry = entries[i] as number;
    if (entry >= stop) break;
    const at = (entry - first) >> 4;
    const before = scores[at] as number;
    if (before === 0) places[count++] = at;
    scores[at] = before + unit * (entry & 15);
  }
  walk.next = i;
  return count;
}

interface Wanted {
  best: Candidate[];
  isGone(number: number): boolean;
  most: number;
}

/** Takes the best of a window, and forgets it. */
function pick({ scores, places }: Sums, from: number, known: number, { best, isGone, most }: Wanted): void {
  let least = best[most - 1]?.score ?? 0;
  for (let i = 0; i < known; i++) {
    const at = places[i] as number;
    const score = scores[at] as number;
    scores[at] = 0;
    // Most fail here, before anything is made of them.
    if (score < least || isGone(from + at)) continue;
    insert(best, from + at, score, true, most);
    least = best[most - 1]?.score ?? 0;
  }
}
