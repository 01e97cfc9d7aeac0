import type { Entry } from './entry.ts';
import { stem, type Tongue } from './language.ts';
import type { Asked, Query, TypedWord } from './query.ts';
import type { Term } from './terms.ts';

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
  const stands = (at: number) =>
    phrase.every((typed, i) => (byPlace.get(at + i) ?? []).some((term) => meets(term, typed, tongues)));
  return [...byPlace.keys()].some(stands);
}

/** In a row, words are met as they stand or by another form of them; only what was typed last may go on. */
const meets = ({ term, word }: Term, typed: TypedWord, tongues: Tongue[]): boolean =>
  word === typed.word ||
  (typed.isOpen && word.startsWith(typed.word)) ||
  tongues.some((tongue) => term === stem(typed.word, tongue));
