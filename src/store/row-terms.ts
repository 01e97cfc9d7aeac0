import { type KnownRecord, readRecord, wordsOf } from '../domain/record.ts';
import { type Entry, entryOf } from '../search/entry.ts';
import { facetTerms } from '../search/facets.ts';
import type { Tongue } from '../search/language.ts';
import { tallyWords } from '../search/tally-words.ts';
import { IMPACT_MAX, weighAll } from '../search/weight.ts';
import { PRIVATE, type RecordRow } from './rows.ts';

/** What a row is found by, words and facets with their weights; null where there is nothing to find or to show. */
export function termsOfRow(row: RecordRow): { tongue: Tongue; terms: Map<string, number> } | null {
  const read = readRecord(row);
  if (!read.ok || row.removeAt !== undefined) return null;
  const tallied = tallyWords({ ...wordsOf(read.value), site: row.site });
  if (tallied.titleLength + tallied.bodyLength === 0) return null;
  const terms = weighAll(tallied);
  for (const term of facetsOf(read.value, row)) terms.set(term, IMPACT_MAX);
  return { tongue: tallied.tongue, terms };
}

/** What search reads in a record. */
export const toEntry = (record: KnownRecord, site: string): Entry => entryOf({ ...wordsOf(record), site });

function facetsOf({ kind, author, body }: KnownRecord, { mine, team, site }: RecordRow): string[] {
  const { note, quote, link, tags = [] } = body as { note?: string; quote?: string; link?: string; tags?: string[] };
  const has = Object.entries({ note, quote, link, tag: tags.length > 0 }).filter(([, value]) => value);
  return facetTerms({
    kind,
    author,
    isMine: mine === 1,
    isShared: team !== PRIVATE,
    site,
    tags,
    has: has.map(([name]) => name),
  });
}
