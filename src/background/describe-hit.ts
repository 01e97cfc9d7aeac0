import { getText } from '../browser/text.ts';
import { headlineOf, type Line, siteMarks, sourceOf } from '../domain/headline.ts';
import { readableSite } from '../domain/readable-site.ts';
import type { KnownRecord } from '../domain/record.ts';
import { siteOf } from '../domain/url.ts';
import { excerpt, type Piece } from '../kit/excerpt.ts';
import { withoutTurns } from '../kit/turns.ts';
import type { Hit } from '../store/find.ts';

/** The address bar has one line: so much of what a record says, and of the second thing, that it was found by or is called. */
const LENGTH = 140;
const FIRST_LENGTH = 70;
const SECOND_LENGTH = 60;
const NAME_LENGTH = 40;
const DOT: Piece = { text: ' · ', hit: false };

/**
 * A hit in one line, as its row in the popup says it: where it fits with that marked, what it answers, who wrote it, where it is from.
 * `asked`: the question of an answer.
 */
export function describeHit({ record, marks }: Hit, author: string, asked?: KnownRecord): Piece[] {
  const { first, second, name } = headlineOf(record, marks);
  const site = readableSite(siteOf(sourceOf(asked ?? record).href));
  const about = asked ? getText('rowAsked', headlineOf(asked).first.text) : name;
  // A quote below a note says nothing here but where something was found in it; what the note is about does.
  const more = second.marks.length > 0 ? second : { text: about, marks: [] };
  const parts = [
    shown(saidFirst(first), more.text === '' ? LENGTH : FIRST_LENGTH),
    shown(more, SECOND_LENGTH),
    shown({ text: author, marks: [] }, NAME_LENGTH),
    shown({ text: site, marks: siteMarks(record, marks) }, LENGTH),
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, i) => (i > 0 ? [DOT, ...part] : part));
}

/** Of what has no address the beginning is its name there. */
export const nameOf = (record: KnownRecord): string =>
  shown({ ...saidFirst(headlineOf(record).first), marks: [] }, NAME_LENGTH)
    .map(({ text }) => text)
    .join('');

/** A suggestion that says nothing is none to the browser. */
const saidFirst = (first: Line): Line => (first.text === '' ? { ...first, text: getText('rowNothing') } : first);

/** On one line, of which it turns nothing but itself around. */
const shown = ({ text, marks }: Line, length: number): Piece[] =>
  excerpt(text, marks, length).map((piece) => ({ ...piece, text: withoutTurns(piece.text).replace(/\s+/g, ' ') }));
