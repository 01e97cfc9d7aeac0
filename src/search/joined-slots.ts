import type { Tongue } from './languages.ts';
import type { Slot } from './slot.ts';
import { smallWordsOf } from './small-words.ts';

/** What slots ask together: small words are needed where there are no others. */
export function joinSlots(slots: Slot[], tongues: Tongue[]): Slot[] {
  const isSmall = ({ word, matchers }: Slot) =>
    matchers.every(({ isBeginning }) => !isBeginning) && tongues.some((tongue) => smallWordsOf(tongue).has(word));
  const small = new Set(slots.filter((slot) => slot.role === 'needed' && isSmall(slot)));
  const isAllSmall = slots.every((slot) => slot.role !== 'needed' || small.has(slot));
  return bounded(isAllSmall ? slots : slots.map((slot) => (small.has(slot) ? { ...slot, role: 'stop' } : slot)));
}

/** More of a sort are not asked: what is met is counted in eight bits (gather.ts). Only pasted text has so many. */
const SLOTS_MAX = 120;

function bounded(slots: Slot[]): Slot[] {
  const counted = new Map<Slot['role'], number>();
  return slots.filter(({ role }) => {
    const count = (counted.get(role) ?? 0) + 1;
    counted.set(role, count);
    return count <= SLOTS_MAX;
  });
}
