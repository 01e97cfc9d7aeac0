import { once } from '../kit/once.ts';
import type { Part } from './part.ts';
import { type List, numberAt, unpack } from './postings.ts';
import type { Index } from './search-options.ts';
import type { Slot } from './slot.ts';

/** A slot with the records that its matchers found, in every part of the index. */
export interface Answered {
  slot: Slot;
  /** By matcher; a record may stand in several lists of a beginning. `having` is how many that are, which does not depend on how many parts there are. */
  found: { weight: number; having: number; lists: List[] }[];
}

/** What every part of an index has for each slot. */
async function answer(parts: Part[], slots: Slot[]): Promise<Answered[]> {
  const matchers = slots.flatMap((slot) => slot.matchers);
  const found = await Promise.all(parts.map((part) => part.match(matchers)));
  let next = 0;
  return slots.map((slot) => ({
    slot,
    found: slot.matchers.map(({ weight }) => {
      const lists = found.flatMap((of) => of[next] ?? []);
      next++;
      return { weight, having: lists.reduce((sum, { count }) => sum + count, 0), lists };
    }),
  }));
}

/** In shorter words a slip makes another word. */
const SLIP_MIN = 4;
/** How slips are found comes with the first. */
const correcting = once(() => import('./slip.ts'));

/** The same; where nothing has a word that is needed, what it becomes by correcting one slip. */
export async function answerCorrected({ parts, isGone }: Index, slots: Slot[]): Promise<Answered[]> {
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
    return entries.some((_, i) => !isGone(numberAt(entries, i)));
  };
  return list.count > 0 && (isAny(1) || isAny(list.count));
}
