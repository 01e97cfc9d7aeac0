import { fold } from '../kit/fold.ts';

const WORD = /[\p{L}\p{N}]+/gu;

/** A stretch of text, and whether it is one of the words that were looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** Shorter words mark only themselves: "a" must not mark every word that begins with it. */
const PREFIX_LENGTH = 3;

function isHit(token: string, words: string[]): boolean {
  const folded = fold(token);
  return words.some((word, i) => {
    const mayBegin = word.length >= PREFIX_LENGTH || i === words.length - 1;
    return folded === word || (mayBegin && folded.startsWith(word));
  });
}

/** Text cut into pieces, with the words of a search (as the search folded them) apart. Joined, the pieces are the text. */
export function markWords(text: string, words: string[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: string, hit: boolean) => {
    if (piece !== '') pieces.push({ text: piece, hit });
  };
  let from = 0;
  for (const match of words.length > 0 ? text.matchAll(WORD) : []) {
    if (!isHit(match[0], words)) continue;
    add(text.slice(from, match.index), false);
    add(match[0], true);
    from = match.index + match[0].length;
  }
  add(text.slice(from), false);
  return pieces;
}

/** Where the first word that was looked for begins; -1 where none stands. */
export function firstHit(text: string, words: string[]): number {
  for (const match of words.length > 0 ? text.matchAll(WORD) : []) if (isHit(match[0], words)) return match.index;
  return -1;
}

const LEAD = 40;
/** Of a whole book that was selected, the beginning is looked at. */
export const LOOKED_AT = 20_000;

/**
 * At most `length` characters of a text on one line, beginning a little before the first word looked for, and at a
 * word's beginning; dots stand for what was left out.
 */
export function excerpt(text: string, words: string[], length: number): string {
  const line = text.slice(0, LOOKED_AT).replace(/\s+/gu, ' ').trim();
  if (line.length <= length) return line;
  const at = firstHit(line, words);
  const start = at <= LEAD ? 0 : wordStart(line, at - LEAD);
  const end = start + length;
  return `${start > 0 ? '… ' : ''}${line.slice(start, end).trimEnd()}${end < line.length ? ' …' : ''}`;
}

/** The beginning of the first word at or after a place. */
function wordStart(line: string, at: number): number {
  const space = line.indexOf(' ', at);
  return space < 0 || space - at > LEAD ? at : space + 1;
}
