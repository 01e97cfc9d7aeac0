import type { PageFits, PersonRef } from '../../../wire/fits.ts';

export const nameOfPerson = ({ team, author }: PersonRef): string => `${team} ${author}`;

/** An answer with what is drawn of the last one and not in it, right behind what is drawn: what was weighed anew does not go from under
 * the eye, and what comes anew below it is no news. */
export const withDrawn = (answer: PageFits, last: PageFits, drawn: ReadonlySet<string>): PageFits => ({
  ...answer,
  fits: joined(answer.fits, last.fits, ({ id }) => id, drawn),
  people: joined(answer.people, last.people, nameOfPerson, drawn),
});

function joined<T>(now: T[], before: T[], nameOf: (item: T) => string, drawn: ReadonlySet<string>): T[] {
  const isThere = new Set(now.map(nameOf));
  const stays = before.filter((item) => drawn.has(nameOf(item)) && !isThere.has(nameOf(item)));
  const last = now.findLastIndex((item) => drawn.has(nameOf(item)));
  const end = last < 0 ? now.length : last + 1;
  return [...now.slice(0, end), ...stays, ...now.slice(end)];
}
