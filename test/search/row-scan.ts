import type { Asked, Query, TypedWord } from '../../src/search/asked/query-parts.ts';
import type { Entry } from '../../src/search/text/entry.ts';
import { stem, type Tongue } from '../../src/search/text/language.ts';
import { pairs, stretches } from '../../src/search/text/spaceless.ts';
import type { Term } from '../../src/search/text/terms.ts';

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
  /** A name takes the places of its parts. */
  const standsFrom = (at: number, [meets, ...rest]: Step[]): boolean =>
    meets === undefined ||
    (meets === null
      ? standsFrom(at + 1, rest)
      : (byPlace.get(at) ?? []).some((term) => meets(term) && standsFrom(at + (term.places ?? 1), rest)));
  return [...byPlace.keys()].some((at) => standsFrom(at, steps));
}

type Step = ((term: Term) => boolean) | null;

/** What must stand where a word is due; null for places that the one before them vouches for. */
function stepsOf(typed: TypedWord, tongues: Tongue[]): Step[] {
  return stretches(typed.word).flatMap(({ text, isSpaceless }) => {
    if (!isSpaceless) return [(term: Term) => meets(term, text, typed.isOpen, tongues)];
    const all = pairs(text);
    if (all.length === 1) return [({ term }: Term) => term.startsWith(text)];
    return all.map((pair, i) => (i < all.length - 1 ? ({ term }: Term) => term === pair : null));
  });
}

/** In a row, words are met as they stand or by another form of them, parts of a name by themselves; only what was typed last may go on. */
const meets = ({ term, word, isPart }: Term, typed: string, isOpen: boolean, tongues: Tongue[]): boolean =>
  (!isPart && (word === typed || (isOpen && word.startsWith(typed)))) ||
  tongues.some((tongue) => term === stem(typed, tongue));
