import type { Failure } from '../kit/result.ts';
import type { Entry } from '../search/entry.ts';
import { matchedWords } from '../search/marks.ts';
import { parseQuery, type Query } from '../search/query.ts';
import { type Loaded, type Results, type SearchOptions, search } from '../search/search.ts';
import type { Db } from './db.ts';
import { readFilters } from './find-filters.ts';
import { openIndex } from './index-parts.ts';
import { askRebuild } from './index-rebuild.ts';
import { quickRead } from './quick-read.ts';
import { type Shown, show } from './read.ts';
import type { RecordRow } from './rows.ts';
import { toEntry } from './search-index.ts';

export interface FindOptions {
  limit: number;
}

/** One result: the record, and its words that were met, folded, for marking them in what is shown of it. */
export interface Hit {
  record: Shown;
  words: string[];
  /** Has everything that was asked for; the others come after. */
  isWhole: boolean;
}

export interface Found {
  hits: Hit[];
  /** How many there are in all. */
  total: number;
  /** An operator that was typed wrongly; the rest was searched for. */
  problem?: Failure;
}

/**
 * What was kept, asked and shared that fits what was typed, best first; the last word may be the beginning of one.
 * Where too few have all the words, those that have some follow.
 */
export async function find(db: Db, typed: string, { limit }: FindOptions): Promise<Found> {
  const query = parseQuery(typed);
  const problem = query.problem ? { problem: query.problem } : {};
  if (query.asked.length + query.filters.length === 0) return { hits: [], total: 0, ...problem };
  const filters = await readFilters(db, query);
  const results = await searchIndex(db, query, { limit, load: (numbers) => load(db, numbers), ...filters });
  const hits = results.hits.map(({ item, entry, isWhole }) => ({
    record: item,
    words: matchedWords(entry, results.slots),
    isWhole,
  }));
  return { hits, total: results.total, ...problem };
}

/**
 * Searches the index as it stands. A segment that cannot be read was either replaced this moment, then the second look
 * finds the new one, or it is damaged: then the index is made anew, and the rest answers until it is.
 */
async function searchIndex(db: Db, query: Query, options: SearchOptions<Shown>): Promise<Results<Shown>> {
  let damages = 0;
  const look = async () => search(await openIndex(db, () => damages++), query, options);
  const results = await look();
  if (damages === 0) return results;
  damages = 0;
  const again = await look();
  if (damages > 0) await askRebuild(db);
  return again;
}

/** Records by number. A record gets another number with every change, so what was loaded once stays true. */
const loaded = new WeakMap<Db, Map<number, Loaded<Shown>>>();
const LOADED_MAX = 500;

async function load(db: Db, numbers: number[]): Promise<Map<number, Loaded<Shown>>> {
  const known = loaded.get(db) ?? new Map<number, Loaded<Shown>>();
  loaded.set(db, known);
  const missing = numbers.filter((number) => !known.has(number));
  const rows = missing.length > 0 ? await readNumbers(db, missing) : [];
  const result = new Map<number, Loaded<Shown>>();
  if (known.size + rows.length > LOADED_MAX) known.clear();
  for (const row of rows) {
    const item = show(row);
    if (item && row?.number !== undefined) known.set(row.number, { item, entry: entryFor(item) });
  }
  for (const number of numbers) {
    const one = known.get(number);
    if (one) result.set(number, one);
  }
  return result;
}

const readNumbers = (db: Db, numbers: number[]): Promise<(RecordRow | undefined)[]> =>
  quickRead(db, ['records'], (table) => {
    const index = table('records').index('number');
    return numbers.map((number): IDBRequest<RecordRow | undefined> => index.get(number));
  });

const entryFor = (record: Shown): Entry => toEntry(record, record.site);
