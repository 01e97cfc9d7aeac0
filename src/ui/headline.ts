import type { KnownRecord } from '../domain/record.ts';

/** What a record says first, and the line below it, for a row of a list. Both may be ''. */
export interface Headline {
  first: string;
  second: string;
}

/** A note says more than what it is about; a question more than where it was asked. */
export function headlineOf(record: KnownRecord): Headline {
  switch (record.kind) {
    case 'lesson': {
      const { quote = '', note = '', title = '', link = '' } = record.body;
      const own = [note, quote, title, link].filter((text) => text.trim() !== '');
      return { first: own[0] ?? '', second: own[1] === title ? '' : (own[1] ?? '') };
    }
    case 'question':
      return { first: record.body.text, second: record.body.quote ?? '' };
    case 'answer':
      return { first: record.body.text, second: '' };
    default:
      return { first: '', second: '' };
  }
}

/** Where a record comes from: the page's title and host; empty for what was written from nothing. */
export function sourceOf(record: KnownRecord): { title: string; href: string } {
  if (record.kind !== 'lesson' && record.kind !== 'question') return { title: '', href: '' };
  const { title = '', target } = record.body;
  const link = record.kind === 'lesson' ? (record.body.link ?? '') : '';
  return { title: target?.title ?? title, href: target?.href ?? link };
}
