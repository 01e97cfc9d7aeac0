import { type KnownRecord, readRecord, wordsOf } from '../domain/record.ts';
import { type Entry, entryOf } from '../search/entry.ts';
import { facetTerms } from '../search/facets.ts';
import { writeLine } from '../search/fresh.ts';
import { IMPACT_MAX, impactsOf } from '../search/weight.ts';
import type { Db } from './db.ts';
import { PRIVATE, type RecordKey, type RecordRow } from './rows.ts';

/**
 * The row with the number that search knows it by from now on; none where it has nothing to show. What was known of it
 * before is retired. Inside the transaction that then writes the row.
 */
export async function enter(db: Db, row: RecordRow): Promise<RecordRow> {
  await retire(db, [row.team, row.id]);
  const { number: _, ...rest } = row;
  const read = readRecord(row);
  if (!read.ok || row.removeAt !== undefined) return rest;
  const entry = toEntry(read.value, row.site);
  if (entry.title.length + entry.body.length === 0) return rest;
  const number = await db.fresh.add({ tongue: entry.tongue, line: writeLine(termsOfRow(read.value, entry, row)) });
  return { ...rest, number };
}

/** Takes a record out of search at once; a segment that still names its number is told so. */
export async function retire(db: Db, key: RecordKey): Promise<void> {
  const standing = await db.records.get(key);
  if (standing?.number === undefined) return;
  const dropped = await db.fresh.where('number').equals(standing.number).delete();
  if (dropped === 0) await db.gone.put({ number: standing.number });
}

/** What search reads in a record. */
export const toEntry = (record: KnownRecord, site: string): Entry => entryOf({ ...wordsOf(record), site });

/** Words and facets of a record with their weights. */
export function termsOfRow(record: KnownRecord, entry: Entry, row: RecordRow): Map<string, number> {
  const {
    note,
    quote,
    link,
    tags = [],
  } = record.body as { note?: string; quote?: string; link?: string; tags?: string[] };
  const has = Object.entries({ note, quote, link, tag: tags.length > 0 });
  const terms = impactsOf(entry);
  const facets = facetTerms({
    kind: record.kind,
    author: record.author,
    isMine: row.mine === 1,
    isShared: row.team !== PRIVATE,
    site: row.site,
    tags,
    has: has.filter(([, value]) => value).map(([name]) => name),
  });
  for (const term of facets) terms.set(term, IMPACT_MAX);
  return terms;
}
