import type { KnownRecord } from '../domain/record.ts';
import { firstHit, LOOKED_AT } from './words.ts';

/** What a record says first, and the line below it, for a row of a list. Both may be ''. */
export interface Headline {
  first: string;
  second: string;
}

/** What a record says, in the order of how much: a note says more than what it is about. */
function saidIn(record: KnownRecord): string[] {
  switch (record.kind) {
    case 'lesson': {
      const { note, quote, title, link, tags } = record.body;
      return fill([note, quote, title, link, tags?.join(', ')]);
    }
    case 'question':
      return fill([record.body.text, record.body.quote, record.body.title, record.body.tags?.join(', ')]);
    case 'answer':
      return fill([record.body.text, record.body.link]);
    default:
      return [];
  }
}

const fill = (lines: (string | undefined)[]): string[] =>
  lines.filter((line): line is string => line !== undefined && line.trim() !== '');

/**
 * Two lines for a record. Where words were looked for, the second line is the next one that has them, so that the row
 * says why it was found; else it is the quote below a note, or nothing.
 */
export function headlineOf(record: KnownRecord, words: string[] = []): Headline {
  const [first = '', ...rest] = saidIn(record);
  const found = words.length > 0 ? rest.find((line) => firstHit(line.slice(0, LOOKED_AT), words) >= 0) : undefined;
  const quote = record.kind === 'lesson' || record.kind === 'question' ? record.body.quote : undefined;
  const below = quote && quote !== first ? quote : '';
  return { first, second: found ?? below };
}

/** Where a record comes from: the page's title and host; empty for what was written from nothing. */
export function sourceOf(record: KnownRecord): { title: string; href: string } {
  if (record.kind !== 'lesson' && record.kind !== 'question') return { title: '', href: '' };
  const { title = '', target } = record.body;
  const link = record.kind === 'lesson' ? (record.body.link ?? '') : '';
  return { title: target?.title ?? title, href: target?.href ?? link };
}
