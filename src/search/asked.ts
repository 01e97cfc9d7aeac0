import type { Failure } from '../kit/result.ts';
import type { Filter } from './operators.ts';
import { type Word, words } from './words.ts';

/** One word asked for; `isOpen` when it may be the beginning of one. */
export interface TypedWord extends Pick<Word, 'word' | 'text'> {
  isOpen: boolean;
}

/** What must be met: any of some words, or words in a row. */
export type Asked = { kind: 'word'; oneOf: TypedWord[] } | { kind: 'phrase'; words: TypedWord[] };

export interface Query {
  asked: Asked[];
  /** What must not be met. */
  barred: Asked[];
  filters: Filter[];
  /** What was typed wrongly; the rest still counts. */
  problem?: Failure;
}

/** More is not read: whoever pastes a book searches for its beginning. */
export const TYPED_MAX = 2000;
export const ASKED_MAX = 100;

/** The words of a piece. Only the very last one may go on, and only when nothing follows it, not even a space or a full stop. */
export const typedWords = (text: string, isLast: boolean): TypedWord[] =>
  words(text).map(({ word, text: verbatim, end }) => ({ word, text: verbatim, isOpen: isLast && end === text.length }));
