import { once } from '../kit/once.ts';
import type { Failure } from '../kit/result.ts';
import { readQuery } from '../search/find/read-query.ts';
import { type SearchOptions, search } from '../search/find/search.ts';
import type { Marks } from '../search/look/marks.ts';
import { words } from '../search/text/words.ts';
import { askIndex } from './ask-index.ts';
import type { Ask } from './find-signed.ts';
import { helpedCounts } from './helped.ts';
import { loadNumbers } from './load-numbers.ts';
import { type Called, calledIn, withAuthors } from './query-authors.ts';
import type { Shown } from './read.ts';
import type { Reading } from './reading.ts';

interface FindOptions {
  limit: number;
  /** How long the answer may wait for records that the index cannot tell of, while it is being made anew. */
  patienceMs?: number;
  /** Aborted where something else is searched for: what would take long then fails with its reason. */
  signal?: AbortSignal;
  /** Called when the database has been asked for the records: what it is asked now comes after them. */
  onAsked?: (() => void) | undefined;
}

const PATIENCE_MS = 100;
/** How a search is narrowed comes with the first that is. */
const filtering = once(() => import('./find-filters.ts'));
const newest = once(() => import('./find-newest.ts'));
const signing = once(() => import('./find-signed.ts'));
const telling = once(() => import('./unmet.ts'));
/** As operators have it, on any keyboard. */
const COLON = /\p{L}[:\uff1a]/u;

/** One result: the record, and where what was asked for stands in it, for marking that in what is shown of it. */
export interface Hit {
  record: Shown;
  marks: Marks;
  /** Has everything that was asked for; the others come after. */
  isWhole: boolean;
}

export interface Found {
  hits: Hit[];
  /** How many there are in all, and how many of these have everything that was asked for. */
  total: number;
  whole: number;
  /** There may be more: not all could be looked at. */
  isCut?: true;
  /** The total is about so: not all were counted. */
  isAbout?: true;
  /** Words that nothing has: what one slip may have made them of was searched for, so that what was found is a guess. */
  unwritten?: string[];
  /** What of it was looked for in the names of those who wrote: what to mark there. */
  called?: Called[];
  /** An operator that was typed wrongly; the rest was searched for. */
  problem?: Failure;
  /** Where nothing was found: what was typed without operators that are typed wrongly, and without the one that nothing fits. */
  rest?: string;
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
  { limit, patienceMs = PATIENCE_MS, signal, onAsked }: FindOptions,
): Promise<Found> {
  const query = await readQuery(typed);
  const { signs } = query;
  const said = query.problem ? { problem: query.problem } : {};
  if (query.asked.length + query.filters.length === 0) return { hits: [], total: 0, whole: 0, ...said };
  // Both come at once.
  if (query.asked.length === 0) newest().catch(() => {});
  const filters = query.filters.length > 0 ? await (await filtering()).readFilters(db, query, patienceMs) : null;
  const options: SearchOptions<Shown> = {
    limit,
    load: (numbers, look) => {
      const rows = loadNumbers(db, numbers, look);
      onAsked?.();
      return rows;
    },
    madeAt: ({ created }) => created,
    helped: (records) => helpedCounts(db, records),
    ...filters,
    ...(signal ? { signal } : {}),
  };
  let called: Called[] = [];
  const ask: Ask = (one, narrow = (all) => all) =>
    askIndex(db, patienceMs, async (index) => {
      if (filters && one.asked.length === 0) return (await newest()).findNewest(db, index, one, filters, options);
      const meant = await withAuthors(db, index, one);
      if (one === query) called = calledIn(meant);
      return search(index, meant, narrow(options, index));
    });
  const answer: Awaited<ReturnType<Ask>> & typeof said = await (signs
    ? (await signing()).findSigned(typed, query, signs, ask)
    : ask(query));
  const { answer: results, isPartial } = answer;
  const teller = COLON.test(typed) ? await telling() : undefined;
  const told = await teller?.unmet(
    typed,
    answer,
    async (one) => (await find(db, one, { limit: 1, patienceMs })).total > 0,
  );
  const { problem = told } = { ...answer, ...said };
  const rest = results.total === 0 ? teller?.leaveOut(typed, problem) : undefined;
  const hits = results.hits
    .slice(0, limit)
    .map(({ loaded, isWhole, marks }) => ({ record: loaded.item, marks, isWhole }));
  const { hits: _, unwritten, ...counts } = results;
  // As they were typed.
  const texts = unwritten && new Map(words(typed).map(({ word, text }) => [word, text]));
  return {
    hits,
    ...counts,
    ...(texts ? { unwritten: unwritten.map((word) => texts.get(word) ?? word) } : {}),
    ...(called.length > 0 ? { called } : {}),
    ...(problem ? { problem } : {}),
    ...(rest === undefined ? {} : { rest }),
    ...(isPartial ? { isPartial } : {}),
  };
}
