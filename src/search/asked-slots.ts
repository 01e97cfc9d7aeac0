import type { Asked, Query } from './asked.ts';
import type { Tongue } from './language.ts';
import type { Matcher, Slot } from './slot.ts';
import { wordSlots } from './slots.ts';

/** So many slots a choice asks at most, as four runs of four letters without spaces or two of ten; one of more parts lets a little more through. */
const CHOICE_MAX = 100;

/** What a query asks of the index that is more than words. */
export const slotsOfAll = ({ asked, barred }: Query, tongues: Tongue[]): Slot[] => [
  ...asked.flatMap((one) => (one.kind === 'word' ? wordSlots(one.word, tongues) : needed(one, tongues))),
  ...barred.flatMap((one) =>
    one.kind === 'word' ? needed(one, tongues).map((slot) => ({ ...slot, role: 'barred' as const })) : [],
  ),
];

function needed(asked: Asked, tongues: Tongue[]): Slot[] {
  if (asked.kind === 'either') {
    return either(asked.options.map((option) => option.flatMap((one) => needed(one, tongues))));
  }
  const words = asked.kind === 'word' ? [asked.word] : asked.words;
  return words.flatMap((word) => wordSlots(word, tongues)).filter(({ role }) => role === 'needed');
}

/**
 * All of one option or all of another, as slots each of which any one of them meets, since that is what an index can tell:
 * a and b, or c, is a or c, and b or c.
 */
function either(options: Slot[][]): Slot[] {
  let choices: Matcher[][] = [[]];
  for (const option of options) {
    const asked = choices.length * option.length > CHOICE_MAX ? option.slice(0, 1) : option;
    choices = choices.flatMap((before) => asked.map(({ matchers }) => [...before, ...matchers]));
  }
  return choices.map((matchers) => ({ role: 'needed', matchers, word: '' }));
}
