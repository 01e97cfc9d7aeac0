import type { Tongue } from '../text/languages.ts';
import { isSmallAsked } from '../text/small-words.ts';
import type { Slot } from './slot.ts';

/**
 * What slots ask together: small words are needed where there are no others. The first letter of a next word is not, beside anything else:
 * hardly anything has it as a word, so what was found would go with each word that is begun, and come back with its second letter.
 */
export function joinSlots(slots: Slot[], tongues: Tongue[]): Slot[] {
  const isSmall = ({ word, matchers }: Slot) =>
    matchers.every(({ isBeginning }) => !isBeginning) && tongues.some((tongue) => isSmallAsked(word, tongue));
  const needed = slots.filter(({ role }) => role === 'needed');
  const whole = needed.filter(({ isBegun }) => !isBegun);
  const hasOthers = whole.length > 0 || slots.some(({ role }) => role === 'filter');
  const large = whole.filter((slot) => !isSmall(slot));
  const kept = new Set(large.length > 0 ? large : hasOthers ? whole : needed);
  const joined = slots.map(
    (slot): Slot => (slot.role === 'needed' && !kept.has(slot) ? { ...slot, role: 'stop' } : slot),
  );
  return bounded(joined.map((slot) => withoutSmall(slot, tongues)));
}

/** A shorter stem of a word that is begun is no small word: `butt` is on its way to `butting`, but nobody means *but*. */
const withoutSmall = (slot: Slot, tongues: Tongue[]): Slot => ({
  ...slot,
  matchers: slot.matchers.filter(
    ({ term, isBeginning, weight }) =>
      isBeginning || weight === 1 || term === slot.word || !tongues.some((tongue) => isSmallAsked(term, tongue)),
  ),
});

/**
 * More words of a sort are not asked: what is met is counted in eight bits (gather.ts). Only pasted text has so many. What narrows or is left
 * out is asked however much that is, for no record tells it afterwards; whether it has words in a row it does.
 */
const SLOTS_MAX = 120;

function bounded(slots: Slot[]): Slot[] {
  const counted = new Map<Slot['role'], number>();
  return slots.filter(({ role, word }) => {
    if (role === 'barred' || (role === 'filter' && word === '')) return true;
    const count = (counted.get(role) ?? 0) + 1;
    counted.set(role, count);
    return count <= SLOTS_MAX;
  });
}
