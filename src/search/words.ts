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
const PLAIN = /^[a-z0-9]*$/;
const INVISIBLE = /[\u00ad\u200b-\u200d]/g;
/** Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic. Elsewhere marks are vowels, which must stay. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]+/g;
const SPELLED: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i' };
const LETTERS = new RegExp(`[${Object.keys(SPELLED).join('')}]`, 'g');

/** What follows an apostrophe and is no word of its own: don’t, it’s, we’ll. */
const TAIL = /^(?:s|t|re|ve|ll|d|m)$/i;
/** Nobody types more of a word; the rest of a base64 block is not kept. */
const WORD_MAX = 64;

/** One spelling for what people type alike: lower case, without accents, compatible forms made one. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  const bare = lower.replace(INVISIBLE, '').normalize('NFKD').replace(ACCENTS, '').normalize('NFC');
  return bare.replace(LETTERS, (letter) => SPELLED[letter] ?? letter);
}

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

const PARTS = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu;

/** What a name was put together from: `ConvertTo` gives convert, to. Nothing for other words. */
export function parts(verbatim: string): string[] {
  if (PLAIN.test(verbatim) || verbatim.length > WORD_MAX) return [];
  const pieces = verbatim.match(PARTS) ?? [];
  return pieces.length > 1 ? pieces.filter((piece) => piece.length > 1).map(fold) : [];
}
