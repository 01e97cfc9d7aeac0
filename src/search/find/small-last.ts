import type { Answered } from '../asked/slot-lists.ts';
import { isSmallAsked, mayBeSmall } from '../text/small-words.ts';
import { gather } from './gather.ts';
import type { Index } from './search-options.ts';

/**
 * A small word that stands last may be the beginning of another one: `in` of `interval`; and what nothing begins with that of a small one:
 * `bein`. Where nothing has it beside all else, and something has all else, it is not needed, so that what was found does not go with `and`
 * and come back with the space behind it.
 */
export function withSmallLast(answered: Answered[], { records, tongues, isGone }: Index): Answered[] {
  const last = answered.findLast(
    ({ slot: { role, word, matchers, isUnwritten } }) =>
      role === 'needed' &&
      matchers.some(({ isBeginning }) => isBeginning) &&
      tongues.some((tongue) => (isUnwritten ? mayBeSmall : isSmallAsked)(word, tongue)),
  );
  if (!last || gather(answered, records, isGone, 1).whole > 0) return answered;
  const { isUnwritten: _, ...slot } = last.slot;
  const extra: Answered = { ...last, slot: { ...slot, role: 'extra' } };
  const others = answered.map((one) => (one === last ? extra : one));
  return gather(others, records, isGone, 1).whole > 0 ? others : answered;
}
