import type { Entry } from './entry.ts';
import { stem, type Tongue } from './language.ts';
import type { Asked, Query, TypedWord } from './query.ts';
import { pairs, stretches } from './spaceless.ts';
import type { Term } from './terms.ts';
import { parts } from './words.ts';

/** Whether a query asks for words in a row, which only the records themselves can tell. */
export const hasPhrases = ({ asked, barred }: Query): boolean =>
  [...asked, ...barred].some(({ kind }) => kind === 'phrase');

/** Whether a record lacks words in a row that are asked for, or has some that are barred. */
export function isBarred({ asked, barred }: Query, entry: Entry, tongues: Tongue[]): boolean {
  const has = (one: Asked) => one.kind === 'phrase' && hasPhrase(entry, one.words, tongues);
  return asked.some((one) => one.kind === 'phrase' && !has(one)) || barred.some(has);
}

function hasPhrase({ title, body }: Entry, phrase: TypedWord[], tongues: Tongue[]): boolean {
  return [title, body].some((field) => standsIn(field, phrase, tongues));
}

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

/** In a row, words are met as they stand or by another form of them; only what was typed last may go on. */
const meets = ({ term, word }: Term, typed: string, isOpen: boolean, tongues: Tongue[]): boolean =>
  word === typed || (isOpen && word.startsWith(typed)) || tongues.some((tongue) => term === stem(typed, tongue));
