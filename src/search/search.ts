import { once } from '../kit/once.ts';
import type { Asked, Query } from './asked.ts';
import { type Candidate, compare } from './best.ts';
import { DamagedIndex } from './damaged.ts';
import { gather } from './gather.ts';
import { loadStemmers, type Tongue } from './language.ts';
import { FAVOURED, favourHelpful, favourNew, type Looked, lookedAt } from './look.ts';
import { createLook } from './marks.ts';
import { type Pair, pairsOf } from './neighbours.ts';
import type { Part } from './part.ts';
import { ENTRY, type List, unpack } from './postings.ts';
import { type Loaded, sift } from './skim.ts';
import type { Slot } from './slot.ts';
import { SLOTS_MAX, slotsOf } from './slots.ts';
import type { Answered } from './steps.ts';

/** All that is indexed. */
export interface Index {
  parts: Part[];
  /** How many records there are. */
  records: number;
  /** What they are written in. */
  tongues: Tongue[];
  /** Whether a record was deleted or written anew since it was indexed under this number. */
  isGone(number: number): boolean;
}

export interface SearchOptions<T> {
  limit: number;
  /** Records by number; those that are gone are left out. What `look` does with one can be done while others are still being read. */
  load(numbers: number[], look?: (one: Loaded<T>) => void): Promise<Map<number, Loaded<T>>>;
  /** What only the record can tell; absent where the index tells all. */
  keeps?: (item: T) => boolean;
  /** When a record was made, in ms since 1970; where given, newer ones of about the same score come first. */
  madeAt?: (item: T) => number;
  /** How many people each record helped; where given, those that helped come first among about equals. */
  helped?: (items: T[]) => Promise<number[]>;
  /** What the caller asks of the index beside the query. */
  slots?: Slot[];
  /** Where it is aborted nobody waits for the answer any more: what would take long fails with its reason. */
  signal?: AbortSignal;
}

export interface Results<T> {
  /** `words`: those of the record that were met, see {@link createLook}. */
  hits: { loaded: Loaded<T>; isWhole: boolean; words: string[] }[];
  /** How many have everything that was asked for; there may be more where not all candidates were looked at. */
  whole: number;
  isCut?: true;
  /** How many there are in all. */
  total: number;
}

/** So many candidates are loaded at a time where only the records can tell whether they are results, */
const CHECKED_MAX = 1000;
/** and so many whole matches in all until there are more results than the limit: beyond, nobody waits so long (why.md). */
const CHECKED_FAR = 20_000;
/** With fewer words there is too little to tell what the best have in common. */
const ECHO_WORDS = 3;

/**
 * The best results of a query. While whole matches fill the limit, only they are results. That a list is damaged may show only
 * when it is unpacked: then its part, which knows now, is asked again.
 */
export async function search<T>(index: Index, query: Query, options: SearchOptions<T>): Promise<Results<T>> {
  for (let tries = index.parts.length; ; tries--) {
    try {
      return await searchOnce(index, query, options);
    } catch (error) {
      if (!(error instanceof DamagedIndex) || tries === 0) throw error;
    }
  }
}

/** What only some queries need comes with the first of them. */
const echoing = once(() => import('./echo.ts'));
const phrasing = once(() => import('./phrase.ts'));
const correcting = once(() => import('./slip.ts'));

async function searchOnce<T>(index: Index, query: Query, options: SearchOptions<T>): Promise<Results<T>> {
  const { parts, records, tongues, isGone } = index;
  await loadStemmers(tongues);
  const { limit, keeps, madeAt } = options;
  const slots = [...slotsOf(query, tongues), ...(options.slots ?? []).slice(0, SLOTS_MAX)];
  const words = slots.filter(({ role }) => role === 'needed').length;
  const [answered, echo, rows] = await Promise.all([
    answer(parts, slots).then((found) => correct(found, index)),
    words >= ECHO_WORDS ? echoing() : null,
    [...query.asked, ...query.barred].some(isRow) ? phrasing() : null,
  ]);
  const sieve = rows?.sieveOf(query, tongues);
  const isChecked = keeps !== undefined || rows !== null;
  const most = Math.max(limit, isChecked ? CHECKED_MAX : lookedAt(words));
  const gathered = gather(answered, records, isGone, most, isChecked ? most : limit);
  const pairs = pairsOf(answered, records);
  const wanted = isChecked || echo ? gathered.best : within(gathered.best, limit, pairs);
  const seen = createLook(
    answered.map(({ slot }) => slot),
    pairs,
  );
  const look = ({ skimmed }: Loaded<T>) => [seen(skimmed), echo?.saidBy(skimmed)];
  const check = async (some: Candidate[]): Promise<Looked<T>[]> => {
    const numbers = some.map(({ number }) => number);
    const loaded = await options.load(numbers, isChecked ? undefined : look);
    return some.flatMap((candidate): Looked<T>[] => {
      const one = loaded.get(candidate.number);
      if (!one || keeps?.(one.item) === false) return [];
      if (sieve && rows?.isBarred(query, sift(one.skimmed, sieve), tongues)) return [];
      return [{ ...candidate, loaded: one }];
    });
  };
  const looked = await check(wanted);
  let checked = countWhole(wanted);
  if (isChecked && gathered.best[most - 1]?.isWhole) {
    const { best } = gather(answered, records, isGone, CHECKED_FAR);
    const others = best.slice(most).filter(({ isWhole }) => isWhole);
    for (let at = 0; at < others.length && countWhole(looked) <= limit; at += CHECKED_MAX) {
      options.signal?.throwIfAborted();
      const some = others.slice(at, at + CHECKED_MAX);
      looked.push(...(await check(some)));
      checked += some.length;
    }
  }
  const whole = isChecked ? countWhole(looked) : gathered.whole;
  const isFilled = whole >= limit;
  const near = looked.slice(0, Math.max(limit, lookedAt(words))).map((one) => {
    const added = pairs.length > 0 ? seen(one.loaded.skimmed).added : 0;
    return { ...one, score: one.score + added };
  });
  near.sort((a, b) => b.score - a.score);
  const ordered = (echo ? echo.echo(near, answered, pairs, records) : near).sort(compare);
  const favoured = madeAt ? favourNew(ordered, (one) => madeAt(one.loaded.item)) : ordered;
  const first = favoured.filter((one) => one.isWhole || !isFilled).slice(0, limit);
  const helped = (await options.helped?.(first.map((one) => one.loaded.item))) ?? [];
  return {
    hits: favourHelpful(first, helped).map((one) => ({ ...one, words: seen(one.loaded.skimmed).words })),
    whole,
    ...(isChecked && checked < gathered.whole ? { isCut: true } : {}),
    total: isFilled ? whole : isChecked ? looked.length : gathered.all,
  };
}

const isRow = ({ kind }: Asked): boolean => kind === 'phrase';

const countWhole = (some: Candidate[]): number => some.filter(({ isWhole }) => isWhole).length;

/** Those candidates that can come among the first `limit`, whatever a second look says of them: only they need be read. */
function within(best: Candidate[], limit: number, pairs: Pair[]): Candidate[] {
  const last = best[limit - 1];
  if (!last) return best;
  const added = pairs.reduce((sum, { worth }) => sum + worth, 0);
  return best.filter(
    ({ isWhole, score }, i) => i < limit || (isWhole === last.isWhole && FAVOURED * (score + added) >= last.score),
  );
}

/** What every part of the index has for each slot. */
export async function answer(parts: Part[], slots: Slot[]): Promise<Answered[]> {
  const matchers = slots.flatMap((slot) => slot.matchers);
  const found = await Promise.all(parts.map((part) => part.match(matchers)));
  let next = 0;
  return slots.map((slot) => ({
    slot,
    found: slot.matchers.map(({ weight }) => {
      const at = next++;
      return { weight, having: 0, lists: found.flatMap((lists) => lists[at] ?? []) };
    }),
  }));
}

/** In shorter words a slip makes another word. */
const SLIP_MIN = 4;

/** Where nothing has a word that is needed, what it becomes by correcting one slip. */
const correct = (answered: Answered[], { parts, isGone }: Index): Promise<Answered[]> =>
  Promise.all(
    answered.map(async (one) => {
      const { slot, found } = one;
      if (slot.role !== 'needed' || slot.word.length < SLIP_MIN) return one;
      if (found.some(({ lists }) => lists.some((list) => isLive(list, isGone)))) return one;
      const { correctionsOf } = await correcting();
      const [corrected] = await answer(parts, [{ ...slot, matchers: await correctionsOf(slot, parts) }]);
      return corrected ?? one;
    }),
  );

/** Whether a list names any record that is not gone: nearly always the first. */
function isLive(list: List, isGone: (number: number) => boolean): boolean {
  const isAny = (count: number) => {
    const entries = new Uint32Array(count);
    unpack({ ...list, count }, entries);
    return entries.some((entry) => !isGone(Math.floor(entry / ENTRY)));
  };
  return list.count > 0 && (isAny(1) || isAny(list.count));
}
