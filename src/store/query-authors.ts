import { spelledOut } from '../kit/umlauts.ts';
import type { Query, TypedWord } from '../search/asked/query-parts.ts';
import { facet } from '../search/text/beginnings.ts';
import { hasRun } from '../search/text/spaceless.ts';
import { type Word, words } from '../search/text/words.ts';
import { mayHaveNames, type StandingIndex } from './index-parts.ts';
import { withoutSigns } from './inner-signs.ts';
import { quickNames } from './quick-names.ts';
import type { Shown } from './read.ts';
import type { Reading } from './reading.ts';

/** Who wrote it says little beside what it says. */
const AUTHOR_WEIGHT = 0.2;
/** A name that is still being typed is taken for one from so many letters on. */
const BEGINNING_MIN = 3;
/** A word that more people are called by, as their company's, tells of nobody, and to ask for each of them takes long. */
const MEANT_MAX = 500;

/** Who shared something: the term that what they wrote has in the index, and the words of their name. */
interface Named {
  term: string;
  words: string[];
}

/** What was looked for in names. */
export type Called = Pick<TypedWord, 'word' | 'isOpen'>;

/** As the index stands: with every profile that comes it stands otherwise. */
const known = new WeakMap<StandingIndex['isGone'], Promise<Named[]>>();

/**
 * The same query, with whom its words may name, so that it is found by its author too. That is asked here and not written into the index: it
 * costs no bytes there, and whoever takes another name is found by it at once. Nothing is read where nobody shared one: a trip to the
 * database more is felt in the first answer of a popup.
 */
export async function withAuthors(db: Reading, { isGone }: StandingIndex, query: Query): Promise<Query> {
  if (!mayHaveNames(db)) return query;
  const reading = known.get(isGone) ?? readNamed(db);
  known.set(isGone, reading);
  const named = await reading.catch((error: unknown) => {
    known.delete(isGone);
    throw error;
  });
  if (named.length === 0) return query;
  return {
    ...query,
    asked: query.asked.map((one, _, { length }) =>
      one.kind === 'word' ? { ...one, word: join(one.word, named, length === 1) } : one,
    ),
  };
}

async function readNamed(db: Reading): Promise<Named[]> {
  const names = await quickNames(db);
  return [...names].map(([author, name]) => {
    const parts = words(name);
    const whole = parts.map(({ word }) => word).join('');
    // Where no spaces are written a name may be parted by one (佐藤 花子) or not.
    return {
      term: facet('a', author),
      words: [...parts.concat(words(withoutSigns(name))).flatMap(spellingsOf), ...(hasRun(whole) ? [whole] : [])],
    };
  });
}

/** A word of a name, folded, and as it is typed where umlauts cannot be. */
export const spellingsOf = ({ word, text }: Pick<Word, 'word' | 'text'>): string[] => [
  ...new Set([word, spelledOut(text)]),
];

/** Whether one of those wrote it whom a word names. */
export function isBy({ author }: Shown, authors: TypedWord['authors'] = []): boolean {
  const written = facet('a', author);
  return authors.some(({ term }) => term === written);
}

/** The words of a query that name somebody. */
export const calledIn = ({ asked }: Query): Called[] =>
  asked.flatMap((one) =>
    one.kind === 'word' && one.word.authors ? [{ word: one.word.word, isOpen: one.word.isOpen }] : [],
  );

/**
 * Whether a word of a name is what was typed, or begins so while that is being typed. Without spaces a letter may be all of a family's name
 * (李 of 李明), and what more letters are is known by no border (太郎 of 田中太郎).
 */
export const isCalled = (part: string, { word, isOpen }: Called): boolean => {
  if (hasRun(word)) return word.length > 1 ? part.includes(word) : part.startsWith(word);
  return part === word || (isOpen && word.length >= BEGINNING_MIN && part.startsWith(word));
};

function join(typed: TypedWord, named: Named[], isAlone: boolean): TypedWord {
  const meant = named.filter((one) => one.words.some((part) => isCalled(part, typed)));
  if (meant.length === 0 || meant.length > MEANT_MAX) return typed;
  const isName = isAlone && meant.some((one) => one.words.includes(typed.word));
  return { ...typed, authors: meant.map(({ term }) => ({ term, isBeginning: false, weight: AUTHOR_WEIGHT })), isName };
}
