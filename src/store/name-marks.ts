import type { Marks } from '../kit/excerpt.ts';
import { words } from '../search/text/words.ts';
import { type Called, isCalled, spellingsOf } from './query-authors.ts';

/** The same for the same places: a row is drawn anew only for others. */
const known = new Map<string, Marks>();

/** Gives where a name has what was looked for in names: a record is found by who wrote it, too, and its row says so. */
export const nameMarks =
  (called: Called[] = []) =>
  (name: string): Marks => {
    const isMeant = (part: string) => called.some((one) => isCalled(part, one));
    const found = called.length > 0 ? words(name).filter((one) => spellingsOf(one).some(isMeant)) : [];
    const places = found.flatMap(({ start, end }) => [start, end, 0]);
    const marks = known.get(`${places}`) ?? places;
    known.set(`${places}`, marks);
    return marks;
  };
