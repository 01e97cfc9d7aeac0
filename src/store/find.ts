import type { Failure } from '../kit/result.ts';
import { markerOf } from '../search/marks.ts';
import { parseQuery, type Query } from '../search/query.ts';
import { type Results, type SearchOptions, search } from '../search/search.ts';
import { readFilters } from './find-filters.ts';
import { helpedCounts } from './helped.ts';
import { firstLook, knownIndex, openIndex } from './index-parts.ts';
import { loadNumbers } from './load-numbers.ts';
import type { Shown } from './read.ts';
import type { Reading } from './reading.ts';

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
export async function find(db: Reading, typed: string, { limit }: FindOptions): Promise<Found> {
  const query = parseQuery(typed);
  const problem = query.problem ? { problem: query.problem } : {};
  if (query.asked.length + query.filters.length === 0) return { hits: [], total: 0, ...problem };
  const filters = await readFilters(db, query);
  const results = await searchIndex(db, query, {
    limit,
    load: (numbers) => loadNumbers(db, numbers),
    madeAt: ({ created }) => created,
    helped: (records) => helpedCounts(db, records),
    ...filters,
  });
  const matched = markerOf(results.slots);
  const hits = results.hits.map(({ loaded, isWhole }) => ({
    record: loaded.item,
    words: matched(loaded.skimmed),
    isWhole,
  }));
  return { hits, total: results.total, ...problem };
}

/**
 * Searches the index as it stands. A segment that cannot be read was either replaced this moment, then the second look
 * finds the new one, or it is damaged: then the index is made anew, and the rest answers until it is.
 */
async function searchIndex(db: Reading, query: Query, options: SearchOptions<Shown>): Promise<Results<Shown>> {
  const damaged = new Set<number>();
  const onDamage = (segment: number) => damaged.add(segment);
  await firstLook(db);
  const known = knownIndex(db, onDamage);
  if (known) {
    const [results, isStill] = await Promise.all([search(known.index, query, options), known.isStill]);
    if (isStill && damaged.size === 0) return results;
  }
  const look = async () => {
    damaged.clear();
    return search(await openIndex(db, onDamage), query, options);
  };
  const results = await look();
  if (damaged.size === 0) return results;
  const again = await look();
  if (damaged.size > 0) await report(db, [...damaged]);
  return again;
}

/** Dexie writes it. Whoever reads past Dexie has not loaded it, and need not for what hardly ever happens. */
async function report(db: Reading, segments: number[]): Promise<void> {
  const [{ Db }, { reportDamage }] = await Promise.all([import('./db.ts'), import('./index-rebuild.ts')]);
  if (db instanceof Db) return reportDamage(db, segments);
  const writing = new Db('relaxed', db.backendDB().name);
  await reportDamage(writing, segments).finally(() => writing.close());
}
