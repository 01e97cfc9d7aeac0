import type { Marks } from '../kit/excerpt.ts';
import { fold } from '../kit/fold.ts';

/** From so many letters on the last word may be the beginning of a name, as the search takes it (store/query-authors.ts). */
const BEGINNING_MIN = 3;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** The same for the same places: a row is drawn anew only for others. */
const known = new Map<string, Marks>();

/** Gives where a name has words that were typed: a record is found by who wrote it, too, and its row says so. */
export function nameMarks(typed: string): (name: string) => Marks {
  const words = [...new Set(Array.from(typed.matchAll(WORD), ([word]) => fold(word)))];
  const last = /[\p{L}\p{N}\p{M}]$/u.test(typed) ? words.at(-1) : undefined;
  const isMeant = (part: string) =>
    words.includes(part) || (last !== undefined && last.length >= BEGINNING_MIN && part.startsWith(last));
  return (name) => {
    const found = words.length > 0 ? Array.from(name.matchAll(WORD)).filter(([part]) => isMeant(fold(part))) : [];
    const places = found.flatMap(({ 0: part, index }) => [index, index + part.length, 0]);
    const marks = known.get(`${places}`) ?? places;
    known.set(`${places}`, marks);
    return marks;
  };
}
