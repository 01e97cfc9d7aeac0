import { countDistinct } from './counts.ts';
import type { List } from './postings.ts';
import type { Slot } from './slot.ts';
import { type Held, unpackAll, type Walk } from './walks.ts';
import { IMPACT_MAX, rarity } from './weight.ts';

/** A slot with the records that its matchers found, in every part of the index. */
export interface Answered {
  slot: Slot;
  /** By matcher; a record may stand in several lists of a beginning. `having` is how many have it: known once gathered. */
  found: { weight: number; having: number; lists: List[] }[];
}

/** What small words count beside others. */
const STOP_WEIGHT = 0.2;

/** What a slot counts, before rarity. */
export function slotWeight({ role, counts }: Slot): number {
  if (role === 'filter' || role === 'barred') return 0;
  return (role === 'stop' ? STOP_WEIGHT : 1) * counts;
}

/** A slot made ready to be counted. */
export interface Step {
  role: Slot['role'];
  worth: number;
  /** How many records have what most of them have of it. */
  having: number;
  /** What it says of a record at most. */
  most: number;
  walks: Walk[];
}

/** A word that every record has says nothing, but still marks its places. */
const LEAST = 1e-9;

/** Unpacks what was found, and learns how many have it. */
export function prepare(into: Held, answered: Answered[], records: number): Step[] {
  const walks = unpackAll(
    into,
    answered.flatMap(({ found }) => found.flatMap(({ lists }) => lists)),
  );
  let next = 0;
  return answered.map(({ slot, found }) => {
    const step: Step = {
      role: slot.role,
      worth: slotWeight(slot),
      having: 0,
      most: 0,
      walks: [],
    };
    for (const matcher of found) {
      const own = walks.slice(next, next + matcher.lists.length).filter((walk) => walk.next > walk.first);
      next += matcher.lists.length;
      matcher.having = countDistinct(into, own);
      step.having = Math.max(step.having, matcher.having);
      const unit = Math.max(LEAST, (matcher.weight * rarity(matcher.having, records)) / IMPACT_MAX);
      for (const walk of own) {
        walk.unit = unit;
        step.walks.push(walk);
        step.most = Math.max(step.most, step.worth * (unit * IMPACT_MAX));
      }
    }
    return step;
  });
}
