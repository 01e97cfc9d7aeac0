import type { Slot } from '../asked/slot.ts';
import { type Answered, answerCorrected } from './ask-parts.ts';
import type { Index, SearchOptions } from './search-options.ts';

/** What an index has for each slot; each word of a choice is begun, parted and corrected as it would be alone. */
export async function answerChoices(
  index: Index,
  slots: Slot[],
  load?: SearchOptions<unknown>['load'],
): Promise<Answered[]> {
  const asked = [...new Set(slots.flatMap((slot) => slot.parts ?? slot))];
  const answers = await answerCorrected(index, asked, load);
  const bySlot = new Map(asked.map((slot, i) => [slot, answers[i] as Answered]));
  const answerOf = (slot: Slot): Answered => bySlot.get(slot) as Answered;
  return slots.map((slot) => (slot.parts ? choiceOf(slot, slot.parts.map(answerOf)) : answerOf(slot)));
}

/** Any of them. */
function choiceOf(slot: Slot, parts: Answered[]): Answered {
  const apart = parts.flatMap((one) => one.slot.isApart ?? []);
  const guessed = parts.filter((one) => one.slot.isUnwritten && one.found.some(({ having }) => having > 0));
  return {
    slot: {
      ...slot,
      matchers: parts.flatMap((one) => one.slot.matchers),
      ...(apart.length > 0 && { isApart: apart.includes('some') ? ('some' as const) : ('all' as const) }),
      ...(guessed.length > 0 && { unwritten: guessed.map((one) => one.slot.word) }),
    },
    found: parts.flatMap(({ found }) => found),
  };
}
