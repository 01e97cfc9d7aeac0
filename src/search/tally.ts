import { type Blocks, MOST_SAID, readBetween } from './blocks.ts';
import { ENTRY } from './postings.ts';
import type { Slot } from './slot.ts';
import type { Step } from './steps.ts';
import { type Held, numberAt, type Walk } from './walks.ts';
import { IMPACT_MAX } from './weight.ts';

/**
 * So many neighbouring numbers are counted at a time, so that what is held does not grow with the collection. Few enough that a
 * popup's first search touches little memory that is new: four times as many took it 3 ms longer, most of them for that.
 */
export const WINDOW = 1 << 13;

/** What is known of each record of a window, by its distance from the window's beginning. One for all searches. */
export interface Tally extends Held {
  scores: Float64Array;
  /** How many slots of each sort were met, see {@link MET}: 0 where nothing is known. */
  met: Uint32Array;
  /** The places of which anything is known, and how many they are. */
  places: Uint32Array;
  known: number;
  /** What the slot in hand says, and the places it says it of. */
  says: Float64Array;
  said: Uint32Array;
}

/** What a slot that was met adds: each sort is counted in eight bits of its own. No more are asked than fit (SLOTS_MAX in slots.ts). */
export const MET = { needed: 1, filter: 2 ** 8, barred: 2 ** 16, other: 2 ** 24 };
const SORTS: Record<Slot['role'], number> = { ...MET, stop: MET.other, extra: MET.other };
/** How many of a sort were met. */
export const countMet = (met: number, sort: number): number => Math.floor(met / sort) & 255;

/** Made with the first search that has something to add up. */
let made: Tally | undefined;
export function tallyIn(into: Held): Tally {
  made ??= Object.assign(into, createSums());
  return made;
}

const createSums = (): Omit<Tally, keyof Held> => ({
  scores: new Float64Array(WINDOW),
  met: new Uint32Array(WINDOW),
  places: new Uint32Array(WINDOW),
  known: 0,
  says: new Float64Array(WINDOW),
  said: new Uint32Array(WINDOW),
});

/** What has to be known of a place already: that it has met so many needed slots, or has scored so much, else it cannot be among the best. */
export interface Known {
  met: number;
  score: number;
}

/**
 * Lays a list, as far as the window from `from` goes, over what the slot in hand says: what says most stands. `said` places
 * before; gives how many after. `known`: only places of which so much is known count.
 */
export function lay(tally: Tally, walk: Walk, from: number, said: number, known: Known | null): number {
  const { unit } = walk;
  const { entries, says, said: places, met } = tally;
  const least = from * ENTRY;
  let count = said;
  const end = least + WINDOW * ENTRY;
  let [bottom, i] = [walk.first, walk.next - 1];
  if (walk.blocks) {
    if (known && tally.known < FEW) return layOverFew(tally, walk, walk.blocks, { ...known, from, said });
    const [low, high] = readBetween(walk.blocks, entries, walk.first, from, from + WINDOW);
    [bottom, i] = [low, high - 1];
  }
  // What comes after all that is needed is passed over once.
  while (i >= bottom && (entries[i] as number) >= end) i--;
  for (; i >= bottom; i--) {
    const entry = entries[i] as number;
    if (entry < least) break;
    const at = (entry - least) >> 4;
    if (known && met[at] === 0) continue;
    const before = says[at] as number;
    const now = unit * (entry & 15);
    if (before === 0) places[count++] = at;
    if (now > before) says[at] = now;
  }
  walk.next = i + 1;
  return count;
}

/** So few known places of a window are each looked for in their block. */
const FEW = 64;

function layOverFew(
  { entries, places, known, says, said, met, scores }: Tally,
  walk: Walk,
  blocks: Blocks,
  least: Known & { from: number; said: number },
): number {
  let count = least.said;
  for (let i = 0; i < known; i++) {
    const at = places[i] as number;
    if ((scores[at] as number) < least.score && ((met[at] as number) & 255) < least.met) continue;
    const number = least.from + at;
    let [low, high] = readBetween(blocks, entries, walk.first, number, number);
    const end = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numberAt(entries, middle) < number) low = middle + 1;
      else high = middle;
    }
    if (low === end || numberAt(entries, low) !== number) continue;
    const now = walk.unit * ((entries[low] as number) & 15);
    const before = says[at] as number;
    if (before === 0) said[count++] = at;
    if (now > before) says[at] = now;
  }
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

/**
 * What a list says of a record of which nothing is known yet has to be more than `reach` to be of use, for only then can it come among
 * the best (of equals those before are newer); else it is asked about those alone of which so much is `known`.
 */
export interface Reach {
  known: Known;
  reach: number;
}

/** Counts what a slot says of a window; without a reach, all of it. */
export function walkSlot(tally: Tally, { walks, worth, role }: Step, from: number, asked: Reach | null): void {
  let said = 0;
  for (const walk of walks) {
    const most = worth * walk.unit * (walk.blocks ? MOST_SAID : IMPACT_MAX);
    said = lay(tally, walk, from, said, asked && most <= asked.reach ? asked.known : null);
  }
  settle(tally, said, worth, SORTS[role]);
}
