import { once } from '../kit/once.ts';
import type { Answer, Ask } from '../search/find/ask.ts';
import { readQuery } from '../search/find/read-query.ts';
import { type SearchOptions, search } from '../search/find/search.ts';
import { loadSuffixes } from '../search/text/stems-ahead.ts';
import { words } from '../search/text/words.ts';
import { askIndex } from './ask-index.ts';
import type { FindOptions, Found } from './found.ts';
import { helpedCounts } from './helped.ts';
import { loadNumbers } from './load-numbers.ts';
import type { Within } from './on-pages.ts';
import { type Called, calledIn, isBy, withAuthors } from './query-authors.ts';
import type { Shown } from './read.ts';
import type { Reading } from './reading.ts';

export type { Found, Hit } from './found.ts';

const PATIENCE_MS = 100;
/** How a search is narrowed comes with the first that is. */
const filtering = once(() => import('./find-filters.ts'));
const newest = once(() => import('./find-newest.ts'));
const meaning = once(() => import('../search/find/as-meant.ts'));
const telling = once(() => import('./unmet.ts'));
const addressing = once(() => import('./find-address.ts'));
/** What an address has. */
const ADDRESS = /\.[a-z]|\/\/|localhost[:/]/i;
/** As operators have it, on any keyboard. */
const COLON = /\p{L}[:\uff1a]/u;
/** Letters of Hebrew and Arabic, whose article is a part of the word: beside a site or a word in Latin ones records are taken for English. */
const ARTICLED = /[א-ي]/;

/**
 * What was kept, asked and shared that fits what was typed, best first; the last word may be the beginning of one.
 * Where too few have all the words, those that have some follow.
 */
export async function find(db: Reading, typed: string, options: FindOptions): Promise<Found> {
  if (ARTICLED.test(typed)) await loadSuffixes(['und']);
  const found = ADDRESS.test(typed) && (await (await addressing()).findAddressed(db, typed, options, findWithin));
  return found || findWithin(db, typed, options);
}

const keyOf = ({ team, id }: Shown): string => `${team} ${id}`;

async function findWithin(
  db: Reading,
  typed: string,
  { limit, patienceMs = PATIENCE_MS, signal, onAsked }: FindOptions,
  within?: Within,
): Promise<Found> {
  const query = await readQuery(typed);
  const wrong = query.problem && (await telling()).inShort(query.problem);
  if (query.asked.length + query.filters.length === 0 && !within)
    return { hits: [], total: 0, whole: 0, ...(wrong && { problem: wrong }) };
  // Both come at once.
  if (query.asked.length === 0) newest().catch(() => {});
  const isNarrowed = query.filters.length > 0 || within;
  const filters = isNarrowed ? await (await filtering()).readFilters(db, query, patienceMs, within) : null;
  const options: SearchOptions<Shown> = {
    limit,
    load: (numbers, look) => {
      const rows = loadNumbers(db, numbers, look);
      onAsked?.();
      return rows;
    },
    madeAt: ({ created }) => created,
    isBy,
    helped: (records) => helpedCounts(db, records),
    ...filters,
    asked: within?.asked,
    signal,
  };
  let called: Called[] = [];
  const ask: Ask<Shown> = (one, narrow = (all) => all) =>
    askIndex(db, patienceMs, async (standing) => {
      const index = filters ? { ...standing, parts: [...standing.parts, ...filters.parts] } : standing;
      if (filters && one.asked.length === 0) return (await newest()).findNewest(db, index, one, filters, options);
      const meant = await withAuthors(db, index, one);
      if (one === query) called = calledIn(meant);
      return search(index, meant, narrow(options, index));
    });
  const mayMeanLess = query.signs || query.asked.some(({ kind }) => kind === 'phrase');
  // Within an address it is that in quotes which is looked for.
  const meant = { limit, keyOf, isStrict: within !== undefined };
  const answer: Answer<Shown> = await (mayMeanLess
    ? (await meaning()).askAsMeant(typed, query, ask, meant)
    : ask(query));
  const { answer: results, isPartial } = answer;
  const teller = COLON.test(typed) ? await telling() : undefined;
  const hasSome = async (one: string) => (await find(db, one, { limit: 1, patienceMs, signal })).total > 0;
  const unmet = await teller?.unmet(typed, answer, hasSome);
  const untold = answer.problem && (await telling()).inShort(answer.problem);
  const problem = wrong ?? untold ?? unmet;
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
    ...(filters?.isCut && { isCut: true }),
    ...(texts && { unwritten: unwritten.map((word) => texts.get(word) ?? word) }),
    ...(query.filters.length + query.barred.length > 0 && { isFiltered: true }),
    ...(called.length > 0 && { called }),
    ...(problem && { problem }),
    ...(rest !== undefined && { rest }),
    ...(isPartial && { isPartial }),
  };
}
