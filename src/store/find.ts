import type { Failure } from '../kit/result.ts';
import { markerOf } from '../search/marks.ts';
import { parseQuery, type Query } from '../search/query.ts';
import { type Results, type SearchOptions, search } from '../search/search.ts';
import { readFilters } from './find-filters.ts';
import { helpedCounts } from './helped.ts';
import { firstLook, knownIndex, openIndex, setAside, unreadOf } from './index-parts.ts';
import { loadNumbers } from './load-numbers.ts';
import { isBehind } from './older.ts';
import type { Shown } from './read.ts';
import type { Reading } from './reading.ts';

export interface FindOptions {
  limit: number;
  /** How long the answer may wait for records that the index cannot tell of, while it is being made anew. */
  patienceMs?: number;
}

const PATIENCE_MS = 100;

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
  /** The index is being made anew, and not all that stands here could be searched: older records may be missing. */
  isPartial?: true;
}

/**
 * What was kept, asked and shared that fits what was typed, best first; the last word may be the beginning of one.
 * Where too few have all the words, those that have some follow.
 */
export async function find(
  db: Reading,
  typed: string,
  { limit, patienceMs = PATIENCE_MS }: FindOptions,
): Promise<Found> {
  const query = parseQuery(typed);
  const problem = query.problem ? { problem: query.problem } : {};
  if (query.asked.length + query.filters.length === 0) return { hits: [], total: 0, ...problem };
  const filters = await readFilters(db, query);
  const { results, isPartial } = await searchIndex(db, patienceMs, query, {
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
  return { hits, total: results.total, ...problem, ...(isPartial ? { isPartial } : {}) };
}

/** What one look may find damaged, the next finds replaced, or other segments damaged. */
const LOOKS = 4;

/**
 * Searches the index as it stands. A segment that cannot be read was either replaced this moment, then the second look
 * finds the new one, or it is damaged: then the index is made anew, and until it is, its records are searched themselves.
 */
async function searchIndex(
  db: Reading,
  patienceMs: number,
  query: Query,
  options: SearchOptions<Shown>,
): Promise<{ results: Results<Shown>; isPartial: boolean }> {
  const damaged = new Set<number>();
  const onDamage = (segment: number) => damaged.add(segment);
  await firstLook(db);
  await reachBack(db, patienceMs);
  const known = knownIndex(db, onDamage);
  if (known) {
    const [results, isStill] = await Promise.all([search(known.index, query, options), known.isStill]);
    if (isStill && damaged.size === 0) return { results, isPartial: known.index.isPartial };
  }
  for (let looks = 1; ; looks++) {
    damaged.clear();
    const before = await openIndex(db, onDamage);
    const index = (await reachBack(db, patienceMs)) ? await openIndex(db, onDamage) : before;
    const results = await search(index, query, options);
    if (damaged.size === 0 || looks === LOOKS) return { results, isPartial: index.isPartial || damaged.size > 0 };
    if (looks === 1) continue;
    await report(db, [...damaged]);
    setAside(db, damaged);
  }
}

/** Searches what the index cannot tell of, as far as that goes in so long. Gives whether there was anything. */
async function reachBack(db: Reading, patienceMs: number): Promise<boolean> {
  const unread = unreadOf(db);
  if (!isBehind(db, unread)) return false;
  const { catchUp } = await import('./catch-up.ts');
  await catchUp(db, unread, patienceMs);
  return true;
}

/** Dexie writes it. Whoever reads past Dexie has not loaded it, and need not for what hardly ever happens. */
async function report(db: Reading, segments: number[]): Promise<void> {
  const [{ Db }, { reportDamage }] = await Promise.all([import('./db.ts'), import('./index-rebuild.ts')]);
  if (db instanceof Db) return reportDamage(db, segments);
  const writing = new Db('relaxed', db.backendDB().name);
  await reportDamage(writing, segments).finally(() => writing.close());
}
