import { COUNTS, type Slot } from '../asked/slot.ts';
import { BLOCK, blocksOf, isCut } from '../stored/blocks.ts';
import { FINE, type List, numberAt, type PackedList, unpack } from '../stored/postings.ts';
import { IMPACT_MAX, rarity } from '../text/weight.ts';
import type { Answered } from './ask-parts.ts';

/** A list that is read window by window, the newest first: of equals the newest stands first, so those that follow are out at once. */
export interface Walk {
  /** Where it stands in `entries`, as far as it was not read yet. Of a list that is cut into blocks one stands there at a time. */
  first: number;
  next: number;
  /** No number is higher. */
  last: number;
  /** What it says of a record is so many times the impact; and at most. */
  unit: number;
  most: number;
  blocks: PackedList[] | null;
}

/** A slot made ready to be counted. */
export interface Step {
  role: Slot['role'];
  walks: Walk[];
  /** What it says of a record at most. */
  most: number;
}

/** Where the lists of the search in hand are unpacked. One for all searches: what a search counts is done before another begins. */
export let entries = new Uint32Array(0);

/** Scores are made of whole numbers of so small a part: so they are the same in whatever order they are added up. */
export const FINEST = 2 ** -20;

/** Unpacks what was found, and learns what it says. */
export function prepare(answered: Answered[], records: number): Step[] {
  const lists = answered.flatMap(({ found }) => found.flatMap((one) => one.lists));
  const size = lists.reduce((sum, list) => sum + roomFor(list), 0);
  if (size > entries.length) entries = new Uint32Array(2 * size);
  let first = 0;
  return answered.map(({ slot, found }) => {
    const walks = found.flatMap(({ weight, having, lists }) => {
      const says = (COUNTS[slot.role] * weight * rarity(having, records)) / IMPACT_MAX;
      // A word that every record has says nothing, but still marks its places.
      const unit = Math.max(1, Math.round(says / FINEST)) * FINEST;
      return lists.flatMap((list) => {
        const walk = list.count > 0 ? [toWalk(list, first, unit)] : [];
        first += roomFor(list);
        return walk;
      });
    });
    const each = walks.map(({ most }) => most);
    return { role: slot.role, walks, most: highest(0, each) };
  });
}

/** The highest of some numbers, or `least`. A beginning may be met by more lists than one call can be handed. */
export const highest = (least: number, numbers: number[]): number =>
  numbers.reduce((most, one) => Math.max(most, one), least);

const roomFor = (list: List): number => (isCut(list) ? BLOCK : list.count);

function toWalk(list: List, first: number, unit: number): Walk {
  const { bits, least, step } = list.scale ?? FINE;
  const [next, most] = [first + roomFor(list), unit * (least + step * (2 ** bits - 1))];
  const blocks = blocksOf(list);
  if (!blocks) unpack(list, entries, first);
  const newest = blocks?.at(-1);
  const last = newest ? newest.from + BLOCK : numberAt(entries, next - 1);
  return { first, next, last, unit, most, blocks };
}
