import { type KnownRecord, readRecord } from '../domain/record.ts';
import { wordsOf } from '../domain/said.ts';
import { facetTerms } from '../search/facets.ts';
import { knownTerm } from '../search/known-terms.ts';
import { type Weighed, weighWords } from '../search/tally-words.ts';
import { IMPACT_MAX } from '../search/weight.ts';
import { PRIVATE, type RecordRow } from './rows.ts';

/** What a row is found by, words and facets with their weights; null where there is nothing to find or to show. */
export function termsOfRow(row: RecordRow): Weighed | null {
  const read = readRecord(row);
  if (!read.ok || row.removeAt !== undefined) return null;
  const weighed = weighWords({ ...wordsOf(read.value), site: row.site });
  if (weighed.terms.length === 0) return null;
  for (const term of new Set(facetsOf(read.value, row))) {
    weighed.terms.push(knownTerm(term));
    weighed.impacts.push(IMPACT_MAX);
  }
  return weighed;
}

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
