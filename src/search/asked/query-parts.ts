import type { Failure } from '../../kit/result.ts';
import { type Word, words } from '../text/words.ts';
import type { Filter } from './operators.ts';
import type { Matcher } from './slot.ts';

/** One word asked for; `isOpen` when it may be the beginning of one. */
export interface TypedWord extends Pick<Word, 'word' | 'text'> {
  isOpen: boolean;
  /** What stands before it. With a sign that is joined to it, it goes on with that, as in a version or a file's name. */
  before?: string;
  /** What meets it of those whose name it is. */
  authors?: Matcher[];
  /** It is a whole word of a name, and all that was typed: so that somebody is meant. */
  isName?: boolean;
}

/** What must be met: a word, words in a row, or all of any one of some. */
export type Asked =
  | { kind: 'word'; word: TypedWord }
  /** `apart`: what is looked for where they need not stand so. */
  | { kind: 'phrase'; words: TypedWord[]; apart?: TypedWord[] }
  | { kind: 'either'; options: Asked[][] };

export interface Query {
  asked: Asked[];
  /** What must not be met; no choices. */
  barred: Asked[];
  /** Of each, any. */
  filters: Filter[][];
  /** The bare words that are left out, folded and with their minus: `-name`. What says just that is not left out (find/signed.ts). */
  signs?: string[];
  /** What was typed wrongly; the rest still counts. */
  problem?: Failure;
}

/** Words in a row, or a choice with some: which only a record itself can tell. */
export const isRow = (one: Asked): boolean =>
  one.kind === 'phrase' || (one.kind === 'either' && one.options.flat().some(isRow));

export const hasRows = ({ asked, barred }: Pick<Query, 'asked' | 'barred'>): boolean =>
  [...asked, ...barred].some(isRow);

/** More is not read: whoever pastes a book searches for its beginning. */
export const TYPED_MAX = 2000;
export const ASKED_MAX = 100;

/**
 * What is left of a small word before another one in French and Italian: l’ordinateur, qu’il, dell’errore. A single letter is one in names,
 * too (O’Brien): lonely ones stand elsewhere (`ssh -o`). What follows in we’ll is no word (text/words.ts).
 */
const ELIDED = /\b(?:[a-z]|\w{0,6}qu|\w{1,3}ll|un)['’](?=\p{L}\p{M}*\p{L})(?!(?:ll|re|ve)(?!\p{L}))/giu;

/** The same without what says nothing. */
export const withoutElided = (text: string): string => text.replace(ELIDED, ' ');

/** The words of a piece. Only the very last one may go on, and only when nothing follows it, not even a space or a full stop. */
export const typedWords = (text: string, isLast: boolean): TypedWord[] =>
  words(text).map(({ word, text: verbatim, start, end }) => ({
    word,
    text: verbatim,
    isOpen: isLast && end === text.length,
    before: text.slice(0, start),
  }));

/**
 * Whether all that stands of a word so far is its first letter (what is written without spaces has none: its words begin with any). A digit stands for itself, and whatever is joined to a sign goes on with what
 * stands before it: nothing of a version or of a file's name is passed over (`3.1.4`, `node.j`).
 */
export const isFirstLetter = ({ word, isOpen, before }: Omit<TypedWord, 'text'>): boolean =>
  isOpen && /(^|\s)\p{L}$/u.test(before + word);
