import type { Tongue } from './languages.ts';
import type { Slot } from './slot.ts';
import { smallWordsOf } from './small-words.ts';

/** How slowly a word typed again counts again. */
const REPEAT = 8;

/** What slots ask together: a word typed twice is asked once, small words are needed where there are no others. */
export function joinSlots(slots: Slot[], tongues: Tongue[]): Slot[] {
  const isSmall = ({ word, matchers }: Slot) =>
    matchers.every(({ isBeginning }) => !isBeginning) && tongues.some((tongue) => smallWordsOf(tongue).has(word));
  const small = new Set(slots.filter((slot) => slot.role === 'needed' && isSmall(slot)));
  const isAllSmall = slots.every((slot) => slot.role !== 'needed' || small.has(slot));
  return bounded(
    joinRepeated(isAllSmall ? slots : slots.map((slot) => (small.has(slot) ? { ...slot, role: 'stop' } : slot))),
  );
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

/** A word typed twice is asked once, and counts more. */
function joinRepeated(slots: Slot[]): Slot[] {
  const byKey = new Map<string, { slot: Slot; times: number }>();
  for (const slot of slots) {
    const key = `${slot.role} ${slot.matchers.map((m) => `${m.isBeginning}${m.term}`).join(' ')}`;
    const times = (byKey.get(key)?.times ?? 0) + 1;
    byKey.set(key, { slot, times });
  }
  return [...byKey.values()].map(({ slot, times }) => ({ ...slot, counts: repeated(times, REPEAT) }));
}

/** How much `times` times count: ever less each time, the more so the smaller `slowness` is (BM25's k3). */
export const repeated = (times: number, slowness: number): number => (times * (slowness + 1)) / (times + slowness);
