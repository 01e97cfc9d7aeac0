import { plainSite } from '../domain/readable-site.ts';
import type { KnownRecord } from '../domain/record.ts';
import { linkOf, siteFrom, wordsOf } from '../domain/said.ts';
import { normaliseUrl } from '../domain/url.ts';
import type { Facets } from '../search/asked/facets.ts';
import { type Findable, weigh } from '../search/write/draft.ts';
import type { Weighed } from '../search/write/tally-words.ts';
import { readRow } from './row.ts';
import { PRIVATE, type RecordRow } from './rows.ts';

/** What a row is to be found by; null where there is nothing to show. */
export function findableOf(row: RecordRow): Findable | null {
  const read = readRow(row);
  if (!read.ok || row.removeAt !== undefined) return null;
  const site = plainSite(siteFrom(read.value, row.site));
  return { read: { ...wordsOf(read.value), site }, facets: facetsOf(read.value, row, site) };
}

/** Its words and facets with their weights; null where there is nothing to find. */
export function termsOfRow(row: RecordRow): Weighed | null {
  const findable = findableOf(row);
  return findable && weigh(findable);
}

/**
 * The same, and null too where a row cannot be read for its words, whatever is wrong with it, of which `hear` is told: one must not keep all
 * others from being found. Only where the stemmers are loaded, for without them none can be read.
 */
export function termsIfReadable(row: RecordRow, hear?: (error: unknown) => void): Weighed | null {
  try {
    return termsOfRow(row);
  } catch (error) {
    hear?.(error);
    return null;
  }
}

function facetsOf(record: KnownRecord, { mine, team }: RecordRow, site: string): Facets {
  const { kind, author, body } = record;
  const { note, quote, link, tags = [] } = body as { note?: string; quote?: string; link?: string; tags?: string[] };
  const has = Object.entries({ note, quote, link, tag: tags.length > 0 }).filter(([, value]) => value);
  return {
    kind,
    author,
    isMine: mine === 1,
    isShared: team !== PRIVATE,
    site,
    link: normaliseUrl(linkOf(record)),
    tags,
    has: has.map(([name]) => name),
  };
}
