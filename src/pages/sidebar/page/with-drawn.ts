import type { PageFits, PersonRef } from '../../../wire/fits.ts';

export const nameOfPerson = ({ team, author }: PersonRef): string => `${team} ${author}`;

/** An answer, and below it what is drawn of the last one and not in it: what was weighed anew does not go from under the eye. */
export const withDrawn = (answer: PageFits, last: PageFits, drawn: ReadonlySet<string>): PageFits => ({
  ...answer,
  fits: joined(answer.fits, last.fits, ({ id }) => id, drawn),
  people: joined(answer.people, last.people, nameOfPerson, drawn),
});

function joined<T>(now: T[], before: T[], nameOf: (item: T) => string, drawn: ReadonlySet<string>): T[] {
  const isThere = new Set(now.map(nameOf));
  return [...now, ...before.filter((item) => drawn.has(nameOf(item)) && !isThere.has(nameOf(item)))];
}
