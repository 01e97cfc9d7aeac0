import type { Tongue } from '../text/language.ts';
import type { Asked, Query } from './query-parts.ts';
import type { Matcher, Slot } from './slot.ts';
import { wordSlots } from './word-slots.ts';

/** So many slots a choice asks at most, as four runs of four letters without spaces or two of ten; of one with more parts something may be whole that has nearly all of them. */
const CHOICE_MAX = 100;

/** What a query asks of the index that is more than words. */
export const slotsOfAll = ({ asked, barred }: Query, tongues: Tongue[]): Slot[] => [
  ...asked.flatMap((one) => (one.kind === 'word' ? wordSlots(one.word, tongues) : needed(one, tongues, true))),
  ...barred.flatMap((one) =>
    one.kind === 'word' ? needed(one, tongues).map((slot) => ({ ...slot, role: 'barred' as const })) : [],
  ),
];

/** `isFiltered`: what lacks one of some words in a row need not be read to know that; of a word that goes on the index cannot tell. */
function needed(asked: Asked, tongues: Tongue[], isFiltered = false): Slot[] {
  if (asked.kind === 'either') {
    const choices = either(asked.options.map((option) => option.flatMap((one) => needed(one, tongues))));
    // Of words in a row only the record tells, which knows what stands there and nothing that it may stand for.
    return asked.options.flat().every(({ kind }) => kind === 'word')
      ? choices
      : choices.map(({ parts: _, ...choice }) => choice);
  }
  const words = asked.kind === 'word' ? [asked.word] : asked.words;
  return words.flatMap((word) =>
    wordSlots(word, tongues)
      .filter(({ role }) => role === 'needed')
      .flatMap((slot) => (isFiltered && !word.isOpen ? [slot, { ...slot, role: 'filter' as const }] : slot)),
  );
}

/**
 * All of one option or all of another, as slots each of which any one of them meets, since that is what an index can tell:
 * a and b, or c, is a or c, and b or c. Each part comes with another one first, so that none is left out where these are too many.
 */
function either(options: Slot[][]): Slot[] {
  let choices: Slot[][] = [[]];
  for (const option of options) {
    const [before, many, more] = [choices, choices.length, option.length];
    choices = Array.from({ length: Math.min(many * more, CHOICE_MAX) }, (_, i) => [
      ...(before[i % many] ?? []),
      ...option.slice(((i % many) + Math.floor(i / many)) % more).slice(0, 1),
    ]);
  }
  const matchersOf = (parts: Slot[]): Matcher[] => parts.flatMap(({ matchers }) => matchers);
  return choices.map((parts) => ({ role: 'needed', matchers: matchersOf(parts), word: '', parts }));
}
