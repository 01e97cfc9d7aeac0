import type { KnownRecord } from '../domain/record.ts';
import { isWebUrl } from '../domain/site.ts';

/**
 * One record as Markdown for pasting elsewhere: the quote, what was written, and the source as a link. Only for the
 * eye; it leaves out what a complete export carries.
 *
 *     > The cache is emptied on deploy.
 *
 *     That is why the first request is slow.
 *
 *     — [Deploying](https://docs.example/deploy), Ana, 2026-03-01
 */
export function cardAsMarkdown(record: KnownRecord, author: string): string {
  if (record.kind !== 'lesson' && record.kind !== 'question') {
    return record.kind === 'answer'
      ? `${record.body.text}\n\n${signed([plain(author), day(record.body.created)])}`
      : '';
  }
  const { quote = '', title = '', target, created } = record.body;
  const own = record.kind === 'question' ? record.body.text : (record.body.note ?? '');
  const link = record.kind === 'lesson' ? (record.body.link ?? '') : '';
  const source = sourceLink(target?.title || title, target?.href ?? link);
  const more = link && target ? sourceLink('', link) : '';
  const tags = (record.body.tags ?? []).map((tag) => `#${tag.replace(/\s+/g, '-')}`).join(' ');
  const sign = signed([source, plain(author), day(created)]);
  return [quoted(quote), own.trim(), more, tags, sign].filter(Boolean).join('\n\n');
}

const signed = (parts: string[]): string => `— ${parts.filter(Boolean).join(', ')}`;

const quoted = (quote: string): string =>
  quote.trim() === ''
    ? ''
    : quote
        .trim()
        // A page's words: no link, image or HTML of its making comes to life where this is pasted.
        .replace(/[\\<[]/g, '\\$&')
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n');

function sourceLink(title: string, href: string): string {
  // What a colleague's record or a file calls an address may be a script.
  if (!isWebUrl(href)) return plain(title);
  return `[${plain(title) || plain(href)}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)`;
}

/** A text on one line, in which nothing is taken for Markdown's own signs. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>]/g, '\\$&');

/** '' where no calendar reaches: what colleagues and files call a time is any number. */
function day(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
