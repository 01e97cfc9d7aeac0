import { cutBefore } from './graphemes.ts';

/**
 * Where what was looked for stands in a text, as the search tells it (search/look/marks.ts): three numbers for each place, where it starts and
 * ends and which of the things looked for it is.
 */
export type Marks = readonly number[];

/** A stretch of text, and whether it is something that was looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** So much of a row may stand before the first thing looked for, and no more than a quarter of what is seen. */
const leadIn = (seen: number): number => Math.min(24, seen >> 2);

/** A line is full by so much of what is seen, mostly: letters are of many widths. */
const FULL = 0.8;

/** Letters as wide as they are high: half as many are seen. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/;

/**
 * At most `length` characters of a text, from a little before the place where most of what was looked for stands together; dots stand
 * for what was left out. White space counts once. In pieces, with what was looked for apart. `seen`: so many of them are to be seen
 * where it is narrower, and what was looked for is among these.
 */
export function excerpt(text: string, marks: Marks, length: number, seen = length): Piece[] {
  const start = startOf(text, marks, WIDE.test(text.slice(0, length)) && seen < length ? seen >> 1 : seen);
  const end = withoutSpace(text, endOf(text, start, length));
  const pieces = cut(text, marks, start, end);
  return [
    ...(start > 0 ? [{ text: '… ', hit: false }] : []),
    ...pieces,
    ...(isCut(text, end) ? [{ text: ' …', hit: false }] : []),
  ];
}

/** The beginning of the text where that shows as much of what was looked for as any other place. */
function startOf(text: string, marks: Marks, seen: number): number {
  if (endOf(text, 0, seen) === text.length) return 0;
  const lead = leadIn(seen);
  const [at = 0, those] = bestPlace(marks, seen - lead);
  const atFirst = new Set<number>();
  for (let i = 0; i < marks.length && of(marks, i) < seen; i += 3)
    if (of(marks, i + 1) <= seen) atFirst.add(of(marks, i + 2));
  if (at <= lead || [...those].every((which) => atFirst.has(which))) return 0;
  // Where little follows it is led up to from farther away: a line that is mostly empty says less than it could.
  const from = Math.min(at - lead, text.length - Math.floor(FULL * seen));
  const space = text.slice(from, at).search(SPACE);
  return space < 0 ? cutBefore(text, from) : from + space + 1;
}

/** The same as a text. */
export const plainExcerpt = (text: string, length: number): string =>
  excerpt(text, [], length)
    .map((piece) => piece.text)
    .join('');

/**
 * Of stretches so long that begin with something looked for, the one that has most of it: where that starts which stands beside what is
 * most seldom there, and what stands in it. What is seldom in the text counts more.
 */
export function bestPlace(marks: Marks, length: number): [at: number | undefined, those: Set<number>] {
  const times = new Map<number, number>();
  for (let i = 2; i < marks.length; i += 3) times.set(of(marks, i), (times.get(of(marks, i)) ?? 0) + 1);
  let [best, most] = [-1, 0];
  let those = new Set<number>();
  for (let i = 0; i < marks.length; i += 3) {
    const here = new Set<number>();
    for (let j = i; j < marks.length && of(marks, j + 1) <= of(marks, i) + length; j += 3) here.add(of(marks, j + 2));
    const sum = [...here].reduce((worth, which) => worth + 1 / (times.get(which) ?? 1), 0);
    if (sum > most) [best, most, those] = [of(marks, i), sum, here];
  }
  return [best < 0 ? undefined : besideSeldom(marks, best, length, (which) => times.get(which) ?? 1), those];
}

/** Where the first thing stands, of so many letters from a place on, that has the most seldom of those behind it in view. */
function besideSeldom(marks: Marks, from: number, length: number, times: (which: number) => number): number {
  let [seldom, least] = [from, Number.POSITIVE_INFINITY];
  for (let i = 0; i < marks.length && of(marks, i) < from + length; i += 3) {
    if (of(marks, i) < from || times(of(marks, i + 2)) >= least) continue;
    [seldom, least] = [of(marks, i), times(of(marks, i + 2))];
  }
  const first = Math.max(from, seldom - leadIn(length) / 2);
  for (let i = 0; i < marks.length; i += 3) if (of(marks, i) >= first) return of(marks, i);
  return from;
}

const of = (marks: Marks, i: number): number => marks[i] ?? 0;

/** Text from `start` to `end`, marked; what touches is marked as one. Joined, the pieces are the text. */
function cut(text: string, marks: Marks, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  const add = (to: number, hit: boolean) => {
    const said = text.slice(from, to);
    const last = pieces.at(-1);
    if (hit && last?.hit) last.text += said;
    else if (to > from) pieces.push({ text: said, hit });
    from = Math.max(from, to);
  };
  for (let i = 0; i < marks.length && of(marks, i) < end; i += 3) {
    add(Math.min(of(marks, i), end), false);
    add(Math.min(of(marks, i + 1), end), true);
  }
  add(end, false);
  return pieces;
}

const SPACE = /\s/u;

const isCut = (text: string, end: number): boolean => /\S/u.test(text.slice(end));

function withoutSpace(text: string, end: number): number {
  let at = end;
  while (SPACE.test(text[at - 1] ?? '')) at--;
  return at;
}

/** Behind so much white space nothing more is shown. */
const FAR_BEHIND = 10_000;

/** The place where `length` characters from `start` on are over, white space counted once. */
function endOf(text: string, start: number, length: number): number {
  const last = Math.min(text.length, start + length + FAR_BEHIND);
  let at = start;
  for (let left = length; at < last; at++) {
    if (SPACE.test(text[at] ?? '') && SPACE.test(text[at - 1] ?? ' ')) continue;
    if (left-- === 0) return cutBefore(text, at);
  }
  return at;
}
