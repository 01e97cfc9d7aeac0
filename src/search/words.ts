import { fold } from '../kit/fold.ts';

/** A word as it stands in a text: folded, with where it is. */
export interface Word {
  /** Lower case, without diacritics; see {@link fold}. */
  word: string;
  /** Verbatim. */
  text: string;
  start: number;
  end: number;
}

/** `C++`, `C#`; else letters, digits and their marks. Soft hyphens and joiners stand inside words and mean nothing. */
const WORD = /\p{L}(?:\+\+|#)(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d]*/gu;
/** What follows an apostrophe and is no word of its own: don’t, it’s, we’ll. */
const TAIL = /^(?:s|t|re|ve|ll|d|m)$/i;
/** Nobody types more of a word; the rest of a base64 block is not kept. */
const WORD_MAX = 64;

/** The words of a text in their order. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const verbatim = match[0];
    const before = text[start - 1];
    if ((before === "'" || before === '’') && TAIL.test(verbatim)) continue;
    const word = fold(verbatim.slice(0, WORD_MAX));
    if (word !== '') found.push({ word, text: verbatim, start, end: start + verbatim.length });
  }
  return found;
}

const LOWER = /^[a-z0-9]*$/;
const PARTS = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu;

/** What a name was put together from: `ConvertTo` gives convert, to. Nothing for other words. */
export function parts(verbatim: string): string[] {
  if (LOWER.test(verbatim) || verbatim.length > WORD_MAX) return [];
  const pieces = verbatim.match(PARTS) ?? [];
  return pieces.length > 1 ? pieces.filter((piece) => piece.length > 1).map(fold) : [];
}
