import type { Postings } from './postings.ts';

/** So many neighbouring numbers are counted at a time, so that what is held does not grow with the collection. */
export const WINDOW = 1 << 15;

/** What is known of each record of a window, by its distance from the window's beginning. One for all searches. */
export interface Tally {
  scores: Float32Array;
  /** How many slots of a role were met. */
  needed: Uint8Array;
  filters: Uint8Array;
  barred: Uint8Array;
  /** The places of which anything is known, and whether a place is among them. */
  places: Uint32Array;
  isKnown: Uint8Array;
  /** How many places are known. */
  known: number;
  /** What the slot in hand says, and the places it says it of. */
  says: Float32Array;
  said: Uint32Array;
}

export const createTally = (): Tally => ({
  scores: new Float32Array(WINDOW),
  needed: new Uint8Array(WINDOW),
  filters: new Uint8Array(WINDOW),
  barred: new Uint8Array(WINDOW),
  places: new Uint32Array(WINDOW),
  isKnown: new Uint8Array(WINDOW),
  known: 0,
  says: new Float32Array(WINDOW),
  said: new Uint32Array(WINDOW),
});

/** A list that is read window by window. */
export interface Walk extends Postings {
  next: number;
}

/**
 * Lays a list, as far as the window from `from` goes, over what the slot in hand says: what says most stands. `said` places
 * before; gives how many after. Only places where `level` slots were met already count, unless it is negative.
 */
export function lay(tally: Tally, walk: Walk, from: number, unit: number, said: number, level: number): number {
  const { numbers, impacts } = walk;
  const { says, said: places, needed } = tally;
  let count = said;
  let i = seek(walk, from);
  for (; i < numbers.length; i++) {
    const at = (numbers[i] as number) - from;
    if (at >= WINDOW) break;
    if (level >= 0 && needed[at] !== level) continue;
    const before = says[at] as number;
    const now = unit * (impacts[i] as number);
    if (before === 0) places[count++] = at;
    if (now > before) says[at] = now;
  }
  walk.next = i;
  return count;
}

/** The first place of a list that is not before `from`: windows may have been left out. */
function seek({ numbers, next }: Walk, from: number): number {
  if (next >= numbers.length || (numbers[next] as number) >= from) return next;
  let low = next + 1;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds what the slot in hand said of `said` places, times `worth`, and that they met it, where `met` counts that. */
export function settle(tally: Tally, said: number, worth: number, met: Uint8Array | null): void {
  const { says, said: places, scores, isKnown, places: known } = tally;
  for (let i = 0; i < said; i++) {
    const at = places[i] as number;
    scores[at] = (scores[at] as number) + worth * (says[at] as number);
    says[at] = 0;
    if (met) met[at] = (met[at] as number) + 1;
    if (isKnown[at] === 0) {
      isKnown[at] = 1;
      known[tally.known++] = at;
    }
  }
}

/** Forgets a window. */
export function clear(tally: Tally): void {
  for (let i = 0; i < tally.known; i++) {
    const at = tally.places[i] as number;
    tally.scores[at] = 0;
    tally.needed[at] = 0;
    tally.filters[at] = 0;
    tally.barred[at] = 0;
    tally.isKnown[at] = 0;
  }
  tally.known = 0;
}

/** How many records stand in any of some lists. */
export function countDistinct(lists: Postings[]): number {
  const sum = lists.reduce((total, { numbers }) => total + numbers.length, 0);
  if (lists.length < 2) return sum;
  const [from, to] = spanOf(lists);
  const seen = new Uint8Array(((to - from) >> 3) + 1);
  let count = 0;
  for (const { numbers } of lists) {
    for (let i = 0; i < numbers.length; i++) {
      const at = (numbers[i] as number) - from;
      const bit = 1 << (at & 7);
      const byte = seen[at >> 3] as number;
      if ((byte & bit) !== 0) continue;
      seen[at >> 3] = byte | bit;
      count++;
    }
  }
  return count;
}

/** The first and the last number in some lists; -1 as the last for none. */
export function spanOf(lists: Postings[]): [from: number, to: number] {
  let from = Number.POSITIVE_INFINITY;
  let to = -1;
  for (const { numbers } of lists) {
    if (numbers.length === 0) continue;
    from = Math.min(from, numbers[0] as number);
    to = Math.max(to, numbers[numbers.length - 1] as number);
  }
  return [from, to];
}
