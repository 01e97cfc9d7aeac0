import type { Answered } from '../asked/slot-lists.ts';
import { mayBeSmall } from '../text/small-words.ts';
import { gather } from './gather.ts';
import type { Index } from './search-options.ts';

/**
 * A small word that stands last may be the beginning of another one: `in` of `interval`; and `wher` that of a small one. Where nothing has
 * that beside all else it is not needed, so that what was found does not go with `and` and come back with the space behind it.
 */
export function withSmallLast(answered: Answered[], { records, tongues, isGone }: Index): Answered[] {
  const last = answered.find(
    ({ slot: { role, word, matchers } }) =>
      role === 'needed' &&
      matchers.some(({ isBeginning }) => isBeginning) &&
      tongues.some((tongue) => mayBeSmall(word, tongue)),
  );
  if (!last || gather(answered, records, isGone, 1).whole > 0) return answered;
  const { isUnwritten: _, ...slot } = last.slot;
  const extra: Answered = { ...last, slot: { ...slot, role: 'extra' } };
  const others = answered.map((one) => (one === last ? extra : one));
  return others.some(({ slot: { role } }) => role === 'needed' || role === 'filter') ? others : answered;
}
