import type { Asked, Query, TypedWord } from './asked.ts';
import { stem, type Tongue } from './language.ts';
import { createSieve, type Sieve } from './skim.ts';
import { pairs, stretches } from './spaceless.ts';
import type { Term } from './terms.ts';
import { parts } from './words.ts';

type Fields = Record<'title' | 'body', Term[]>;

/** Lets the words of a record through that may stand in a row that a query asks for, which only the record itself can tell; null where it asks for none. */
export function sieveOf({ asked, barred }: Query, tongues: Tongue[]): Sieve | null {
  const words = [...asked, ...barred].flatMap((one) => (one.kind === 'phrase' ? one.words : []));
  const texts = words.flatMap(({ word }) => stretches(word).map(({ text }) => text));
  const terms = texts.flatMap((text) => [text, ...tongues.map((tongue) => stem(text, tongue))]);
  return terms.length > 0 ? createSieve(terms, () => true) : null;
}

/** Whether a record lacks words in a row that are asked for, or has some that are barred. */
export function isBarred({ asked, barred }: Query, fields: Fields, tongues: Tongue[]): boolean {
  const has = (one: Asked) => one.kind === 'phrase' && hasPhrase(fields, one.words, tongues);
  return asked.some((one) => one.kind === 'phrase' && !has(one)) || barred.some(has);
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
