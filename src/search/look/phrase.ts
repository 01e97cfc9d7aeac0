import { type Asked, hasRows, isRow, type Query, type TypedWord } from '../asked/query-parts.ts';
import { tongueTerms } from '../text/beginnings.ts';
import type { Fields } from '../text/entry.ts';
import { stem, type Tongue } from '../text/language.ts';
import { pairs, stretches } from '../text/spaceless.ts';
import type { Term } from '../text/terms.ts';
import { createSieve, type Skimmed } from './skim.ts';

/** Tells of a record what only its own words in their order can tell. */
type Test = (skimmed: Skimmed) => boolean;

/**
 * Whether a record lacks words in a row that a query asks for, or has some that are barred; null where it asks for none. Of single words
 * the index tells, but for those that a row may stand for.
 */
export function rowTest({ asked, barred }: Pick<Query, 'asked' | 'barred'>, tongues: Tongue[]): Test | null {
  if (!hasRows({ asked, barred })) return null;
  const testOf = (one: Asked): Test => {
    if (one.kind !== 'either') return createRow(one.kind === 'word' ? [one.word] : one.words, tongues);
    const options = one.options.map((option) => option.map(testOf));
    return (skimmed) => options.some((all) => all.every((has) => has(skimmed)));
  };
  const having = asked.filter(isRow).map(testOf);
  const lacking = barred.filter(isRow).map(testOf);
  return (skimmed) => having.every((has) => has(skimmed)) && !lacking.some((has) => has(skimmed));
}

/** What has a row is remembered from letter to letter, of so many rows: to look through a megabyte takes ten milliseconds. */
const seen = new Map<string, WeakMap<Skimmed, boolean>>();
const REMEMBERED = 16;

/** Whether a record has some words in a row, in any field. */
function createRow(words: TypedWord[], tongues: Tongue[]): Test {
  const [key = '', before = ''] = [words, words.slice(0, -1)].map(
    (some) => `${some.map(({ text, isOpen }) => text + isOpen)} ${tongues}`,
  );
  const known = seen.get(key) ?? new WeakMap<Skimmed, boolean>();
  if (seen.size === REMEMBERED) seen.delete(seen.keys().next().value ?? '');
  seen.set(key, known);
  const standsIn = createSearch(words, tongues);
  return (skimmed) => {
    // What has not the words before has no more of them.
    const has = known.get(skimmed) ?? (seen.get(before)?.get(skimmed) !== false && standsIn(skimmed.fields));
    known.set(skimmed, has);
    return has;
  };
}

type Step = ((term: Term, tongue: Tongue) => boolean) | null;

/** What is pasted in quotes is held to so many words, or letters without spaces: each place of a text may be due for as many. */
const ROW_MAX = 100;
/** Of a long text so much is read at a time. */
const READ = 20_000;

/** Finds the first place of some words in a row, and looks no further. */
function createSearch(words: TypedWord[], tongues: Tongue[]): (fields: Fields) => boolean {
  const terms = words
    .flatMap(({ word }) => stretches(word))
    .flatMap(({ text }) => [text, ...pairs(text), ...tongues.map((tongue) => stem(text, tongue))]);
  // A long text without spaces is nothing but pairs: those that nobody asked for are not worth holding.
  const firsts = new Set(terms.map(([first]) => first));
  const sift = createSieve(terms, ([first]) => firsts.has(first));
  const steps = words
    .slice(0, ROW_MAX)
    .flatMap((typed) => stepsOf(typed, tongues))
    .slice(0, ROW_MAX);
  const nexts = steps.map((_, step) => steps.findIndex((meets, i) => i > step && meets));
  const standsIn = (text: string, tongue: Tongue): boolean => {
    /** Which steps of rows that have begun have to be met on a place. */
    const due = new Map<number, Set<number>>();
    let [stands, last] = [false, -1];
    const take = (term: Term, at: number, step: number) => {
      if (!steps[step]?.(term, tongue)) return;
      const next = nexts[step] as number;
      const place = at + (term.places ?? 1) + next - step - 1;
      if (next < 0) stands = true;
      else due.set(place, (due.get(place) ?? new Set()).add(next));
    };
    for (let [from, before] = [0, 0]; from < text.length && !stands; ) {
      const space = text.indexOf(' ', from + READ);
      const to = space < 0 ? text.length : space;
      const { seats, end } = sift({ texts: [text.slice(from, to)], tongue });
      for (const term of seats) {
        const at = before + term.at;
        if (at > last) due.delete(last);
        last = at;
        for (const step of due.get(at) ?? []) take(term, at, step);
        take(term, at, 0);
      }
      [from, before] = [to, before + end];
    }
    return stands;
  };
  return ({ texts, tongue }) => texts.some((text) => standsIn(text, tongue));
}

/** What must stand where a word is due; null for places that the one before them vouches for. */
function stepsOf(typed: TypedWord, tongues: Tongue[]): Step[] {
  return stretches(typed.word).flatMap(({ text, isSpaceless }): Step[] => {
    if (!isSpaceless) return [meeting(text, typed.isOpen, tongues)];
    const all = pairs(text);
    if (all.length === 1) return [({ term }) => term.startsWith(text)];
    return all.map((pair, i) => (i < all.length - 1 ? ({ term }) => term === pair : null));
  });
}

/** In a row, words are met as they stand or by another form of them in the record's tongue (by-tongue.ts), parts of a name by themselves; only what was typed last may go on. */
function meeting(typed: string, isOpen: boolean, tongues: Tongue[]): Step {
  const stems = tongues.map((one) => ({ one, isFree: tongueTerms(one).length === 0, stemmed: stem(typed, one) }));
  return ({ term, word, isPart }, tongue) =>
    (!isPart && (word === typed || (isOpen && word.startsWith(typed)))) ||
    stems.some(({ one, isFree, stemmed }) => stemmed === term && (isFree || one === tongue));
}
