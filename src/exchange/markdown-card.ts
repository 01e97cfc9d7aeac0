import type { KnownRecord, RecordOf } from '../domain/record.ts';
import { isWebUrl } from '../domain/site.ts';
import { withoutTurns } from '../kit/turns.ts';

/**
 * One record as Markdown for pasting elsewhere: its own title where its page has another, the quote, what was written, and the source as
 * a link. Only for the eye; it leaves out what a complete export carries.
 *
 *     **Why deploys are slow**
 *
 *     > The cache is emptied on deploy.
 *
 *     That is why the first request is slow.
 *
 *     — [Deploying](https://docs.example/deploy), Ana, 2026-03-01
 *
 * An answer quotes its question, where that is known, and its source is the question's.
 */
export function cardAsMarkdown(record: KnownRecord, author: string, question?: RecordOf<'question'>): string {
  if (record.kind === 'answer') return answerAsMarkdown(record, author, question);
  if (record.kind !== 'lesson' && record.kind !== 'question') return '';
  const { quote = '', title = '', target, created } = record.body;
  const own = record.kind === 'question' ? record.body.text : (record.body.note ?? '');
  const link = record.kind === 'lesson' ? (record.body.link ?? '') : '';
  const isNamed = target?.title !== undefined && plain(target.title) !== '' && plain(title) !== plain(target.title);
  const named = isNamed && plain(title) !== '' ? `**${plain(title)}**` : '';
  const more = link && target ? sourceLink('', link) : '';
  const tags = (record.body.tags ?? []).map((tag) => `#${tag.replace(/\s+/g, '-')}`).join(' ');
  const sign = signed([sourceOf(record), plain(author), day(created)]);
  return [named, quoted(quote), own.trim(), more, tags, sign].filter(Boolean).join('\n\n');
}

function answerAsMarkdown({ body }: RecordOf<'answer'>, author: string, question?: RecordOf<'question'>): string {
  const source = question ? sourceOf(question) : '';
  const sign = signed([source, plain(author), day(body.created)]);
  return [quoted(question?.body.text ?? ''), body.text.trim(), sourceLink('', body.link ?? ''), sign]
    .filter(Boolean)
    .join('\n\n');
}

function sourceOf({ kind, body }: RecordOf<'lesson'> | RecordOf<'question'>): string {
  const { title = '', target } = body;
  return sourceLink(target?.title || title, target?.href ?? (kind === 'lesson' ? (body.link ?? '') : ''));
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
  return `[${plain(title) || plain(href)}](<${href.replace(/[<>\s\p{Cf}]/gu, encodeURIComponent)}>)`;
}

/** A text on one line, in which nothing is taken for Markdown's own signs, nor turns around what stands behind it there. */
const plain = (text: string): string =>
  withoutTurns(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>]/g, '\\$&');

/** '' where no calendar reaches: what colleagues and files call a time is any number. */
function day(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
