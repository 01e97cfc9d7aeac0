import { once } from '../kit/once.ts';
import type { Part } from './part.ts';
import { ENTRY, type List, unpack } from './postings.ts';
import type { Slot } from './slot.ts';
import type { Answered } from './steps.ts';

/** What every part of an index has for each slot. */
export async function answer(parts: Part[], slots: Slot[]): Promise<Answered[]> {
  const matchers = slots.flatMap((slot) => slot.matchers);
  const found = await Promise.all(parts.map((part) => part.match(matchers)));
  let next = 0;
  return slots.map((slot) => ({
    slot,
    found: slot.matchers.map(({ weight }) => {
      const at = next++;
      return { weight, having: 0, lists: found.flatMap((lists) => lists[at] ?? []) };
    }),
  }));
}

/** In shorter words a slip makes another word. */
const SLIP_MIN = 4;
/** How slips are found comes with the first. */
const correcting = once(() => import('./slip.ts'));

/** The same; where nothing has a word that is needed, what it becomes by correcting one slip. */
export async function answerCorrected(
  parts: Part[],
  slots: Slot[],
  isGone: (number: number) => boolean,
): Promise<Answered[]> {
  const answered = await answer(parts, slots);
  return Promise.all(
    answered.map(async (one) => {
      const { slot, found } = one;
      if (slot.role !== 'needed' || slot.word.length < SLIP_MIN) return one;
      if (found.some(({ lists }) => lists.some((list) => isLive(list, isGone)))) return one;
      const { correctionsOf } = await correcting();
      const [corrected] = await answer(parts, [{ ...slot, matchers: await correctionsOf(slot, parts) }]);
      return corrected ?? one;
    }),
  );
}

/** Whether a list names any record that is not gone: nearly always the first. */
function isLive(list: List, isGone: (number: number) => boolean): boolean {
  const isAny = (count: number) => {
    const entries = new Uint32Array(count);
    unpack({ ...list, count }, entries);
    return entries.some((entry) => !isGone(Math.floor(entry / ENTRY)));
  };
  return list.count > 0 && (isAny(1) || isAny(list.count));
}
