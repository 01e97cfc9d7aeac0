import type { Asked, Query, TypedWord } from './asked.ts';
import { stem, type Tongue } from './language.ts';
import { createSieve, type Sieve } from './skim.ts';
import { pairs, stretches } from './spaceless.ts';
import type { Term } from './terms.ts';
import { parts } from './words.ts';

type Fields = Record<'title' | 'body', Term[]>;

/** Words in a row, or a choice with some: which only a record itself can tell. */
const isRow = (one: Asked): boolean =>
  one.kind === 'phrase' || (one.kind === 'either' && one.options.flat().some(isRow));

/** Lets the words of a record through that may stand in a row that a query asks for, which only the record itself can tell; null where it asks for none. */
export function sieveOf({ asked, barred, isChecked }: Query, tongues: Tongue[]): Sieve | null {
  if (!isChecked) return null;
  const texts = [...asked, ...barred].flatMap(wordsIn).flatMap(({ word }) => stretches(word).map(({ text }) => text));
  const terms = texts.flatMap((text) => [text, ...pairs(text), ...tongues.map((tongue) => stem(text, tongue))]);
  const wanted = new Set(terms);
  // A long text without spaces is nothing but pairs: those that nobody asked for are not worth holding.
  const isNear = (term: string) => texts.some((text) => text.startsWith(term) || term.startsWith(text));
  return createSieve(terms, (term) => term.length > 2 || wanted.has(term) || isNear(term));
}

function wordsIn(one: Asked): TypedWord[] {
  if (one.kind === 'either') return one.options.flat().flatMap(wordsIn);
  return one.kind === 'word' ? [one.word] : one.words;
}

/** Whether a record lacks words in a row that are asked for, or has some that are barred. Of single words the index tells, but for those that a row may stand for. */
export function isBarred({ asked, barred }: Query, fields: Fields, tongues: Tongue[]): boolean {
  const has = (one: Asked): boolean =>
    one.kind === 'either' ? one.options.some((option) => option.every(has)) : hasPhrase(fields, wordsIn(one), tongues);
  return asked.some((one) => isRow(one) && !has(one)) || barred.some((one) => isRow(one) && has(one));
}

function hasPhrase({ title, body }: Fields, phrase: TypedWord[], tongues: Tongue[]): boolean {
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
