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

/** The term that stands for the first two letters of a word, or null where there is none: only Latin letters and digits have them. */
export const storedBeginning = (word: string): string | null =>
  isPlain(word.charCodeAt(0)) && isPlain(word.charCodeAt(1)) ? MARK + word.slice(0, 2) : null;

const isPlain = (code: number): boolean => (code > 96 && code < 123) || (code > 47 && code < 58);
