import { ENTRY, type List, unpack } from './postings.ts';

/**
 * So many neighbouring numbers are counted at a time, so that what is held does not grow with the collection. Few enough that a
 * popup's first search touches little memory that is new: four times as many took it 3 ms longer, most of them for that.
 */
export const WINDOW = 1 << 13;

/** What is known of each record of a window, by its distance from the window's beginning. One for all searches. */
export interface Tally {
  /** The lists of the search in hand, unpacked one after the other. */
  entries: Uint32Array;
  scores: Float64Array;
  /** How many slots of each sort were met, see {@link MET}: 0 where nothing is known. */
  met: Uint32Array;
  /** The places of which anything is known, and how many they are. */
  places: Uint32Array;
  known: number;
  /** What the slot in hand says, and the places it says it of. */
  says: Float64Array;
  said: Uint32Array;
  /** A bit a record, to count those that stand in several lists once. All 0 between two counts. */
  seen: Uint8Array;
}

/** What a slot that was met adds: each sort is counted in eight bits of its own. No more are asked than fit (SLOTS_MAX in slots.ts). */
export const MET = { needed: 1, filter: 2 ** 8, barred: 2 ** 16, other: 2 ** 24 };
/** How many of a sort were met. */
export const countMet = (met: number, sort: number): number => Math.floor(met / sort) & 255;

export const createTally = (): Tally => ({
  entries: new Uint32Array(0),
  scores: new Float64Array(WINDOW),
  met: new Uint32Array(WINDOW),
  places: new Uint32Array(WINDOW),
  known: 0,
  says: new Float64Array(WINDOW),
  said: new Uint32Array(WINDOW),
  seen: new Uint8Array(0),
});

/** A list that is read window by window, the newest first: of equals the newest stands first, so those that follow are out at once. */
export interface Walk {
  /** Its first entry, the one after the next that is read, and the one after its last. */
  first: number;
  next: number;
  end: number;
  /** What it says of a record is so many times the impact. */
  unit: number;
}

/** Unpacks lists, one after the other, in the place of those before. */
export function unpackAll(tally: Tally, lists: List[]): Walk[] {
  const size = lists.reduce((sum, { count }) => sum + count, 0);
  if (size > tally.entries.length) tally.entries = new Uint32Array(2 * size);
  let first = 0;
  return lists.map((list) => {
    unpack(list, tally.entries, first);
    const next = first + list.count;
    const walk = { first, next, end: next, unit: 0 };
    first = next;
    return walk;
  });
}

/**
 * Lays a list, as far as the window from `from` goes, over what the slot in hand says: what says most stands. `said` places
 * before; gives how many after. `isKnown`: only places of which anything is known count.
 */
export function lay(tally: Tally, walk: Walk, from: number, said: number, isKnown: boolean): number {
  const { unit } = walk;
  const { entries, says, said: places, met } = tally;
  const least = from * ENTRY;
  let count = said;
  const end = least + WINDOW * ENTRY;
  let i = walk.next - 1;
  // What comes after all that is needed is passed over once.
  while (i >= walk.first && (entries[i] as number) >= end) i--;
  for (; i >= walk.first; i--) {
    const entry = entries[i] as number;
    if (entry < least) break;
    const at = (entry - least) >> 4;
    if (isKnown && met[at] === 0) continue;
    const before = says[at] as number;
    const now = unit * (entry & 15);
    if (before === 0) places[count++] = at;
    if (now > before) says[at] = now;
  }
  walk.next = i + 1;
  return count;
}

/** Adds what the slot in hand said of `said` places, times `worth`, and that they met one of its sort. */
export function settle(tally: Tally, said: number, worth: number, sort: number): void {
  const { says, said: places, scores, met, places: all } = tally;
  let { known } = tally;
  for (let i = 0; i < said; i++) {
    const at = places[i] as number;
    const before = met[at] as number;
    if (before === 0) all[known++] = at;
    met[at] = before + sort;
    scores[at] = (scores[at] as number) + worth * (says[at] as number);
    says[at] = 0;
  }
  tally.known = known;
}

/** Forgets a window. */
export function clear(tally: Tally): void {
  const { scores, met, places, known } = tally;
  for (let i = 0; i < known; i++) {
    const at = places[i] as number;
    scores[at] = 0;
    met[at] = 0;
  }
  tally.known = 0;
}

/** How many records stand in any of some lists, none of them empty. */
export function countDistinct(tally: Tally, walks: Walk[]): number {
  const { entries } = tally;
  const sum = walks.reduce((total, { first, next }) => total + next - first, 0);
  // Lists of one term in several segments lie end to end.
  const isApart = walks.every(
    ({ first }, i) => i === 0 || numberAt(entries, first) > numberAt(entries, (walks[i - 1] as Walk).next - 1),
  );
  return isApart ? sum : countAny(tally, walks, () => false);
}

/** How many records that are not gone stand in any of some lists. */
export function countAny(tally: Tally, walks: Walk[], isGone: (number: number) => boolean): number {
  const { entries } = tally;
  const seen = seenUpTo(tally, spanOf(tally, walks)[1]);
  let count = 0;
  for (const { first, end } of walks) {
    for (let i = first; i < end; i++) {
      const number = (entries[i] as number) >>> 4;
      const byte = seen[number >> 3] as number;
      const bit = 1 << (number & 7);
      if ((byte & bit) !== 0) continue;
      seen[number >> 3] = byte | bit;
      if (!isGone(number)) count++;
    }
  }
  seen.fill(0);
  return count;
}

/** A bit for each record up to `last`, all 0; to be left so. */
export function seenUpTo(tally: Tally, last: number): Uint8Array {
  const size = (last >> 3) + 1;
  if (size > tally.seen.length) tally.seen = new Uint8Array(2 * size);
  return tally.seen.subarray(0, size);
}

const numberAt = (entries: Uint32Array, i: number): number => (entries[i] as number) >>> 4;

/** The first and the last number in some lists, none of them empty; -1 as the last for no list. */
export function spanOf({ entries }: Tally, walks: Walk[]): [from: number, to: number] {
  let from = Number.POSITIVE_INFINITY;
  let to = -1;
  for (const { first, end } of walks) {
    from = Math.min(from, numberAt(entries, first));
    to = Math.max(to, numberAt(entries, end - 1));
  }
  return [from, to];
}
