import { fold } from '../../kit/fold.ts';
import { hasRun, piecesOf, WORD_MAX } from './spaceless.ts';

/** A word as it stands in a text: folded, with where it is. */
export interface Word {
  /** Lower case, without diacritics; see {@link fold}. */
  word: string;
  /** Verbatim. */
  text: string;
  start: number;
  end: number;
}

/**
 * `C++`, `C#`, also with a version behind; else letters, digits and their marks. Soft hyphens and joiners stand inside words and mean nothing.
 * A picture is a word, with what it is joined to, but not a mere sign of trade.
 */
const WORD =
  /\p{L}(?:\+\+|#)(?!\p{L})|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d]*|(?![©®™‼⁉])\p{ExtPict}(?:\p{EMod}|\ufe0f|\u200d\p{ExtPict})*/uy;
/** What follows an apostrophe and is no word of its own: don’t, it’s, we’ll. */
const TAIL = /^([stdm]|re|ve|ll)$/i;

/** The words of a text in their order. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  eachWhole(text, (start, end) => {
    const verbatim = text.slice(start, end);
    const word = foldWord(verbatim);
    if (word !== '') found.push({ word, text: verbatim, start, end });
  });
  return found;
}

export const foldWord = (verbatim: string): string =>
  fold(verbatim.length > WORD_MAX && !hasRun(verbatim) ? verbatim.slice(0, WORD_MAX) : verbatim);

/**
 * Says where every word stands. A long one of a script without spaces comes in pieces: each is longer than {@link WORD_MAX} but the last,
 * and its last letter is the first of the next.
 */
export function eachPlace(text: string, visit: (start: number, end: number) => void): void {
  eachWhole(text, (start, end) => {
    if (end - start <= WORD_MAX) visit(start, end);
    else for (const [from, to] of piecesOf(text.slice(start, end))) visit(start + from, start + to);
  });
}

/** Plain letters are read by hand: most of all time that indexing takes would go here. */
function eachWhole(text: string, visit: (start: number, end: number) => void): void {
  for (let at = 0; at < text.length; ) {
    const start = at;
    let code = text.charCodeAt(at);
    while (isPlain(code)) code = text.charCodeAt(++at);
    // Before + and # may stand the letter of a name.
    if (code > 127 || code === 35 || code === 43) {
      WORD.lastIndex = start;
      at = WORD.test(text) ? WORD.lastIndex : start;
    }
    const before = text.charCodeAt(start - 1);
    if (at === start) at++;
    else if (!((before === 39 || before === 8217) && TAIL.test(text.slice(start, at)))) visit(start, at);
  }
}

/** Letters and digits of ASCII. */
const isPlain = (code: number): boolean =>
  (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);

/** No name, and of no script but one's own. */
export const PLAIN = /^[a-z0-9]*$/;
const PARTS = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu;

/** What a name was put together from: `ConvertTo` gives convert, to. Nothing for other words. Accents that are written as marks, and soft hyphens, part nothing. */
export function parts(verbatim: string): string[] {
  if (PLAIN.test(verbatim) || verbatim.length > WORD_MAX) return [];
  const pieces =
    verbatim
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .match(PARTS) ?? [];
  return pieces.length > 1 ? pieces.filter((piece) => piece.length > 1).map(fold) : [];
}
