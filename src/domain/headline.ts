import { bestPlace, type Marks } from '../kit/excerpt.ts';
import { readableSite } from './readable-site.ts';
import type { KnownRecord } from './record.ts';
import { siteOf } from './site.ts';

/** A text of a record, and what was looked for in it. */
export interface Line {
  text: string;
  marks: Marks;
}

/** What a record says first, and the line below it, for a row of a list. All may be ''. */
export interface Headline {
  first: Line;
  second: Line;
  /** What it is called, by itself or by its page, where the first line says something else; '' where that is not known. */
  name: string;
}

/** By field: the title, the quote, the note, what a question or an answer says, the tags, the site (search/text/entry.ts). */
export type FieldMarks = readonly Marks[];

/** The place of the tags among them, and of the site. */
const TAGS = 4;
const SITE = 5;
const NONE: Marks = [];
const NOTHING: Line = { text: '', marks: NONE };

/** What a record says, in the order of how much: a note says more than what it is about. */
function saidIn(record: KnownRecord, marks: FieldMarks): Line[] {
  const line = (text = '', field = -1): Line => ({ text, marks: marks[field] ?? NONE });
  const about = ({ quote, title, tags }: { quote?: string; title?: string; tags?: string[] }) => ({
    quote: line(quote, 1),
    title: line(title, 0),
    tags: line(tags?.join(', '), TAGS),
  });
  const lines = (): Line[] => {
    switch (record.kind) {
      case 'lesson': {
        const { quote, title, tags } = about(record.body);
        return [line(record.body.note, 2), quote, title, line(record.body.link), tags];
      }
      case 'question': {
        const { quote, title, tags } = about(record.body);
        return [line(record.body.text, 3), quote, title, tags];
      }
      case 'answer':
        return [line(record.body.text, 3), linkLine(record.body.link, marks[SITE])];
      default:
        return [];
    }
  };
  return lines().filter(({ text }) => isSeen(text));
}

/** What to mark in the site that a row shows: an answer's is its question's, and it is found by where its link leads. */
export const siteMarks = ({ kind }: Pick<KnownRecord, 'kind'>, marks: FieldMarks = []): Marks =>
  (kind !== 'answer' && marks[SITE]) || NONE;

/** A link, and what was looked for in its site: an answer's row has the site of its question's page, so here alone it is seen why it was found. */
function linkLine(link = '', marks = NONE): Line {
  const host = siteOf(link);
  const site = readableSite(host);
  const from = link.toLowerCase().indexOf(host);
  const isAsSent = site !== host && from >= 0;
  const text = isAsSent ? link.slice(0, from) + site + link.slice(from + host.length) : link;
  const at = text.toLowerCase().indexOf(site);
  return { text, marks: at < 0 ? NONE : marks.map((one, i) => (i % 3 < 2 ? at + one : one)) };
}

/** What is not only space and signs that show nothing, as those that turn a text around. */
const isSeen = (text = ''): boolean => /[^\s\p{Cf}]/u.test(text);

/** What may be seen of a line, where that is not known. */
const SEEN = 100;

/**
 * Two lines for a record; of the first so many letters are to be seen. Where something was looked for, the second line is the one that has
 * most of it that the first does not show, so that the row says why it was found; else it is the quote below a note, or the title: many a
 * note says nothing to who does not see what it is about. Behind tags, which do not tell that either, the title follows.
 */
export function headlineOf(record: KnownRecord, marks: FieldMarks = [], seen = SEEN): Headline {
  const [first = NOTHING, ...rest] = saidIn(record, marks);
  const [, shown] = bestPlace(first.marks, seen);
  let [second, most] = [NOTHING, 0];
  for (const line of rest) {
    const [, those] = bestPlace(line.marks, SEEN);
    const news = [...those].filter((which) => !shown.has(which)).length;
    const worth = those.size > 0 ? 1 + 2 * news : 0;
    if (worth > most) [second, most] = [line, worth];
  }
  const about = record.kind === 'lesson' || record.kind === 'question' ? record.body : undefined;
  const isMore = (text = '') => isSeen(text) && text !== first.text;
  const title = [about?.title, about?.target?.title].find(isSeen);
  const name = (isMore(title) && title) || '';
  if (most === 0) second = { text: [about?.quote, name].find(isMore) ?? '', marks: NONE };
  else if (second.marks === marks[TAGS] && name) second = { ...second, text: `${second.text} · ${name}` };
  return { first, second, name };
}

/** Where a record comes from: the page's title and address, or the one it carries; empty for what was written from nothing. */
export function sourceOf(record: KnownRecord): { title: string; href: string } {
  if (record.kind !== 'lesson' && record.kind !== 'question') return { title: '', href: '' };
  const { title = '', target } = record.body;
  const link = record.kind === 'lesson' ? (record.body.link ?? '') : '';
  return { title: target ? (target.title ?? title) : '', href: target?.href ?? link };
}
