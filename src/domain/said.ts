import { type KindName, kinds } from './kinds/index.ts';
import type { Kind, Words } from './kinds/kind.ts';
import type { KnownRecord } from './record.ts';
import { siteOf } from './site.ts';

/** What search reads in a record that was read. */
export function wordsOf(record: KnownRecord): Words {
  const kind = kinds[record.kind] as Kind<KindName, KnownRecord['body']>;
  return kind.words(record.body);
}

/** Id of the record this one is about (an answer's question, what a signal points at); '' for none. */
export function aboutOf(record: KnownRecord): string {
  const kind = kinds[record.kind] as Kind<KindName, KnownRecord['body']>;
  return kind.about?.(record.body) ?? '';
}

/** The address that a record carries, beside the page it was made on; '' for none. */
export const linkOf = ({ kind, body }: KnownRecord): string =>
  kind === 'lesson' || kind === 'answer' ? (body.link ?? '') : '';

/**
 * The site that it is found by, `ofPage` being its page's. What was made on no page is shown to be from where its link leads; beside a page the
 * link is no site of it, since whoever looks for a site would not see why it was found.
 */
export const siteFrom = (record: KnownRecord, ofPage: string): string =>
  'target' in record.body && record.body.target ? ofPage : siteOf(linkOf(record)) || ofPage;
