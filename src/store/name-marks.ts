import type { Marks } from '../kit/excerpt.ts';
import { type Word, words } from '../search/text/words.ts';
import { withoutSigns } from './inner-signs.ts';
import { type Called, isCalled, spellingsOf } from './query-authors.ts';

/** The same for the same places: a row is drawn anew only for others. */
const known = new Map<string, Marks>();

/** Gives where a name has what was looked for in names: a record is found by who wrote it, too, and its row says so. */
export const nameMarks =
  (called: Called[] = []) =>
  (name: string): Marks => {
    const isMeant = (word: Word) => spellingsOf(word).some((part) => called.some((one) => isCalled(part, one)));
    const parts = called.length > 0 ? [...name.matchAll(/\S+/g)] : [];
    const places = parts.flatMap(({ 0: part, index }) => {
      const all = words(part);
      const meant = all.filter(isMeant);
      const isJoined = meant.length === 0 && words(withoutSigns(part)).some(isMeant);
      const [from, to] = [all[0], all.at(-1)];
      const found = isJoined && from && to ? [{ start: from.start, end: to.end }] : meant;
      return found.flatMap(({ start, end }) => [index + start, index + end, 0]);
    });
    const marks = known.get(`${places}`) ?? places;
    known.set(`${places}`, marks);
    return marks;
  };
