import type { Asked, Query, TypedWord } from '../../src/search/asked/query-parts.ts';
import type { Entry } from '../../src/search/text/entry.ts';
import { stem, type Tongue } from '../../src/search/text/language.ts';
import { pairs, stretches } from '../../src/search/text/spaceless.ts';
import type { Term } from '../../src/search/text/terms.ts';
import { parts } from '../../src/search/text/words.ts';

/** Words in a row, or a choice with some: which only a record itself can tell. */
const isRow = (one: Asked): boolean =>
  one.kind === 'phrase' || (one.kind === 'either' && one.options.flat().some(isRow));

/** Whether a record has the words in a row that are asked for, and none that are barred, the long way: every place is tried. What a word is and may become it has from the product (see full-scan.ts). */
export function hasRows({ asked, barred }: Query, entry: Entry, tongues: Tongue[]): boolean {
  const has = (one: Asked): boolean =>
    one.kind === 'either'
      ? one.options.some((option) => option.every(has))
      : [entry.title, entry.body].some((field) =>
          standsIn(field, one.kind === 'word' ? [one.word] : one.words, formsIn(entry, tongues)),
        );
  return asked.filter(isRow).every(has) && !barred.filter(isRow).some(has);
}

/** In what tongues a record's words are stemmed: its own, and English, whose stems are hardly ever other words. */
const formsIn = ({ tongue }: Entry, tongues: Tongue[]): Tongue[] =>
  tongues.filter((one) => one === tongue || one === 'en' || one === 'und');

function standsIn(field: Term[], phrase: TypedWord[], tongues: Tongue[]): boolean {
  const byPlace = new Map<number, Term[]>();
  for (const term of field) byPlace.set(term.at, [...(byPlace.get(term.at) ?? []), term]);
  const steps = phrase.flatMap((typed) => stepsOf(typed, tongues));
  const stands = (at: number) => steps.every((meets, i) => !meets || byPlace.get(at + i)?.some(meets));
  return [...byPlace.keys()].some(stands);
}

/** What must stand on each place that a word takes; null for places that the one before them vouches for. */
function stepsOf(typed: TypedWord, tongues: Tongue[]): (((term: Term) => boolean) | null)[] {
  return stretches(typed.word).flatMap(({ text, isSpaceless }) => {
    if (!isSpaceless) {
      const taken = Math.max(1, parts(typed.text).length);
      return [(term: Term) => meets(term, text, typed.isOpen, tongues), ...new Array<null>(taken - 1).fill(null)];
    }
    const all = pairs(text);
    if (all.length === 1) return [({ term }: Term) => term.startsWith(text)];
    return all.map((pair, i) => (i < all.length - 1 ? ({ term }: Term) => term === pair : null));
  });
}

/** In a row, words are met as they stand or by another form of them, parts of a name by themselves; only what was typed last may go on. */
const meets = ({ term, word, isPart }: Term, typed: string, isOpen: boolean, tongues: Tongue[]): boolean =>
  (!isPart && (word === typed || (isOpen && word.startsWith(typed)))) ||
  tongues.some((tongue) => term === stem(typed, tongue));
