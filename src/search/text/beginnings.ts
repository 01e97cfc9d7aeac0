import type { Tongue } from './languages.ts';

/**
 * Beginnings of two letters are met by a large part of all words, so a segment stores what they find: as a term of its own, that
 * stands for every word that begins so and says of a record what the one that says most says.
 */
const MARK = '\u0002';
/** First letter of every facet (facets.ts): below all letters, so facets stand together at the beginning of the dictionary. */
const FACET = '\u0001';
/** Tabs and line feeds keep terms apart where they are stored, so no value may hold one. */
const CONTROLS = /\p{Cc}+/gu;

/** The term of what a record can be narrowed by. */
export const facet = (name: string, value: string, most = 64): string =>
  `${FACET}${name}${value.slice(0, most).replace(CONTROLS, ' ')}`;

/** The term of what is written in a tongue. English, which nearly everything is somewhere, has none, nor what no endings are known of. */
export const tongueTerms = (tongue: Tongue): string[] =>
  tongue === 'en' || tongue === 'und' ? [] : [facet('l', tongue)];

export const isBeginning = (term: string): boolean => term[0] === MARK;
export const isFacet = (term: string): boolean => term[0] === FACET;

/** Latin letters and digits, and what `C#`, `C++` and ½ go on with. */
const STORED = /^[a-z0-9][a-z0-9+#⁄]/;

/** The term that stands for the first two letters of a word, or null where there is none. */
export const storedBeginning = (word: string): string | null => (STORED.test(word) ? MARK + word.slice(0, 2) : null);
