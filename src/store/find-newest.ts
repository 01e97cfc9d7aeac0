import { kinds } from '../domain/kinds/index.ts';
import type { Query } from '../search/asked/query-parts.ts';
import { slotsOfAll } from '../search/asked/query-slots.ts';
import { type Meeting, meeting } from '../search/find/meeting.ts';
import type { Results, SearchOptions } from '../search/find/search.ts';
import { rowTest } from '../search/look/phrase.ts';
import type { Loaded } from '../search/look/skim.ts';
import { loadStemmers } from '../search/text/language.ts';
import { loadSuffixes } from '../search/text/stems-ahead.ts';
import { latestOf } from './by-time.ts';
import type { Filters } from './find-filters.ts';
import type { StandingIndex } from './index-parts.ts';
import type { Shown } from './read.ts';
import type { Reading } from './reading.ts';
import { EVER, isWithin } from './spans.ts';

type Options = Pick<SearchOptions<Shown>, 'limit' | 'load' | 'signal'>;

const KINDS = Object.keys(kinds);
/** A record takes so many times as long to read as a key. */
const DEARER = 16;
/** So many records are asked at a time what only they can tell, */
const ASKED = 1000;
/** and so many in all: beyond, nobody waits so long. */
const ASKED_FAR = 20_000;
/** So many keys are read at least where days are asked for, so that of few it is known how many. */
const DAYS = 500;

/** Records of a kind, the newest first; there are `count`, or that many at least. */
interface Newest {
  loaded: Loaded<Shown>[];
  count: number;
  isCut: boolean;
}

/**
 * What meets filters where no word is asked for: nothing is a better match than something else, so the newest come first. A record's number
 * does not tell when it was made (what is imported today may be years old), but the index of kinds and times gives numbers in the order of time.
 */
export async function findNewest(
  db: Reading,
  index: StandingIndex,
  query: Query,
  filters: Filters,
  options: Options,
): Promise<Results<Shown>> {
  await Promise.all([loadStemmers(index.tongues), loadSuffixes(index.tongues)]);
  const met = await meeting(index, [...slotsOfAll(query, index.tongues), ...filters.slots], KINDS);
  const search = { db, index, met, test: testFor(query, index, filters), ...filters, ...options };
  const found = await Promise.all(KINDS.map((_, kind) => newestOf(search, kind)));
  const loaded = found.flatMap((one) => one.loaded).sort(byTime);
  const total = found.reduce((sum, { count }) => sum + count, 0);
  return {
    hits: loaded.slice(0, options.limit).map((one) => ({ loaded: one, isWhole: true, marks: nothingIn(one) })),
    whole: total,
    total,
    ...(found.some(({ isCut }) => isCut) && { isCut: true }),
  };
}

const nothingIn = ({ skimmed }: Loaded<Shown>): number[][] => skimmed.fields.texts.map(() => []);

/** As the database orders them: of what was made at one time, the last written first. */
const byTime = ({ item: a }: Loaded<Shown>, { item: b }: Loaded<Shown>): number => b.created - a.created;

type Test = (one: Loaded<Shown>) => boolean;

interface Search extends Filters, Options {
  db: Reading;
  index: StandingIndex;
  met: Meeting;
  test: Test | null;
}

/** What only a record itself can tell, but for when it was made; null where nothing such is asked. */
function testFor(query: Query, { tongues }: StandingIndex, { asksRecord }: Filters): Test | null {
  const hasRows = rowTest(query, tongues);
  if (!hasRows && !asksRecord) return null;
  return ({ item, skimmed }) => asksRecord?.(item) !== false && hasRows?.(skimmed) !== false;
}

async function newestOf(search: Search, kind: number): Promise<Newest> {
  const { met, limit, test, spans } = search;
  const { all = 0, met: having = 0 } = met.kinds[kind] ?? {};
  const isFew = having <= limit || having * having * DEARER <= all * limit || (test !== null && having <= ASKED);
  if (isFew) return readAll(search, kind, having);
  if (test) return walkAsking(search, kind, test);
  const { numbers, isCut } = await walk(search, kind, limit);
  const loaded = await readInOrder(search, numbers.slice(0, limit));
  return { loaded, count: spans ? numbers.length : having, isCut: spans !== undefined && isCut };
}

/** Those that meet what is asked from the newest on, more than `wanted` or all there are. */
async function walk({ db, index, met, spans, signal }: Search, kind: number, wanted: number) {
  const { all = 0, met: having = 1 } = met.kinds[kind] ?? {};
  const guess = Math.ceil((1.5 * (wanted + 10) * all) / having);
  for (let count = Math.max(guess, spans ? DAYS : 0); ; count *= 2) {
    signal?.throwIfAborted();
    const latest = await latestOf(db, index.isGone, KINDS[kind] ?? '', spans ?? EVER, count);
    const numbers = latest.filter((number) => met.isMet(number, kind));
    const isCut = latest.length >= count;
    if (!isCut || numbers.length > wanted) return { numbers, isCut };
  }
}

/** The same where records are asked as well. */
async function walkAsking(search: Search, kind: number, test: Test): Promise<Newest> {
  const loaded: Loaded<Shown>[] = [];
  for (let at = 0; at < ASKED_FAR; at += ASKED) {
    const { numbers } = await walk(search, kind, at + ASKED);
    const some = await readInOrder(search, numbers.slice(at, at + ASKED));
    loaded.push(...some.filter(test));
    const isCut = numbers.length > at + ASKED;
    if (!isCut || loaded.length > search.limit) return { loaded, count: loaded.length, isCut };
  }
  return { loaded, count: loaded.length, isCut: true };
}

async function readAll(search: Search, kind: number, having: number): Promise<Newest> {
  if (having === 0) return { loaded: [], count: 0, isCut: false };
  const numbers = search.met.numbersOf(kind).reverse();
  const all = await readInOrder(search, numbers);
  const { test, spans = EVER } = search;
  const loaded = all.filter((one) => isWithin(spans, one.item.created) && test?.(one) !== false).sort(byTime);
  return { loaded, count: loaded.length, isCut: false };
}

async function readInOrder({ load }: Options, numbers: number[]): Promise<Loaded<Shown>[]> {
  const loaded = await load(numbers);
  return numbers.flatMap((number) => loaded.get(number) ?? []);
}
