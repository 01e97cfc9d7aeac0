import { type KnownRecord, readRecord, wordsOf } from '../domain/record.ts';
import { type Entry, entryOf } from '../search/entry.ts';
import { facetTerms } from '../search/facets.ts';
import { writeLine } from '../search/fresh.ts';
import { IMPACT_MAX, impactsOf } from '../search/weight.ts';
import type { Db } from './db.ts';
import { type FreshRow, PRIVATE, type RecordKey, type RecordRow } from './rows.ts';

/**
 * The rows with the numbers that search knows them by from now on; none where there is nothing to show. What was known
 * of them before is retired. Inside the transaction that then writes the rows.
 */
export async function enterAll(db: Db, rows: RecordRow[]): Promise<RecordRow[]> {
  await retire(
    db,
    rows.map(({ team, id }) => [team, id]),
  );
  const fresh = rows.map(toFresh);
  const found = fresh.filter((one) => one !== null);
  const numbers = found.length > 0 ? await db.fresh.bulkAdd(found, { allKeys: true }) : [];
  let next = 0;
  return rows.map(({ number: _, ...row }, i) => (fresh[i] ? { ...row, number: numbers[next++] as number } : row));
}

function toFresh(row: RecordRow): FreshRow | null {
  const read = readRecord(row);
  if (!read.ok || row.removeAt !== undefined) return null;
  const entry = toEntry(read.value, row.site);
  if (entry.title.length + entry.body.length === 0) return null;
  return { tongue: entry.tongue, line: writeLine(termsOfRow(read.value, entry, row)) };
}

/** Takes records out of search at once; a segment that still names one's number is told so. */
export async function retire(db: Db, keys: RecordKey[]): Promise<void> {
  const standing = await db.records.bulkGet(keys);
  const numbers = standing.flatMap((row) => (row?.number === undefined ? [] : [row.number]));
  if (numbers.length === 0) return;
  const fresh = (await db.fresh.bulkGet(numbers)).map((row) => row !== undefined);
  await db.fresh.bulkDelete(numbers);
  await db.gone.bulkPut(numbers.filter((_, i) => !fresh[i]).map((number) => ({ number })));
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
