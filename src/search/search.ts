import type { Candidate } from './best.ts';
import { DamagedIndex } from './damaged.ts';
import { gather } from './gather.ts';
import { loadStemmers, type Tongue } from './language.ts';
import { FAVOURED, favourHelpful, favourNew, type Looked, lookAgain, lookedAt, type Pair } from './look.ts';
import { createLook } from './marks.ts';
import { pairsOf, possible } from './neighbours.ts';
import type { Part } from './part.ts';
import { isBarred, sieveOf } from './phrase.ts';
import { ENTRY, type List, unpack } from './postings.ts';
import type { Query } from './query.ts';
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

async function searchOnce<T>(index: Index, query: Query, options: SearchOptions<T>): Promise<Results<T>> {
  await loadStemmers(index.tongues);
  const { limit, keeps, madeAt } = options;
  const slots = [...slotsOf(query, index.tongues), ...(options.slots ?? []).slice(0, SLOTS_MAX)];
  const answered = await correct(await answer(index.parts, slots), index);
  const phrases = sieveOf(query, index.tongues);
  const isChecked = keeps !== undefined || phrases !== null;
  const words = answered.filter(({ slot }) => slot.role === 'needed').length;
  const most = Math.max(limit, isChecked ? CHECKED_MAX : lookedAt(words));
  const gathered = gather(answered, index.records, index.isGone, most, isChecked ? most : limit);
  const pairs = pairsOf(answered, index.records);
  const isEchoed = words >= ECHO_WORDS;
  const wanted = isChecked || isEchoed ? gathered.best : within(gathered.best, limit, pairs);
  const seen = createLook(
    answered.map(({ slot }) => slot),
    pairs,
  );
  const look = ({ skimmed }: Loaded<T>) => [seen(skimmed), isEchoed && skimmed.said];
  const check = async (some: Candidate[]): Promise<Looked<T>[]> => {
    const numbers = some.map(({ number }) => number);
    const loaded = await options.load(numbers, isChecked ? undefined : look);
    return some.flatMap((candidate): Looked<T>[] => {
      const one = loaded.get(candidate.number);
      if (!one || keeps?.(one.item) === false) return [];
      if (phrases && isBarred(query, sift(one.skimmed, phrases), index.tongues)) return [];
      return [{ ...candidate, loaded: one }];
    });
  };
  const looked = await check(wanted);
  let checked = countWhole(wanted);
  if (isChecked && gathered.best[most - 1]?.isWhole) {
    const { best } = gather(answered, index.records, index.isGone, CHECKED_FAR);
    const others = best.slice(most).filter(({ isWhole }) => isWhole);
    for (let at = 0; at < others.length && countWhole(looked) <= limit; at += CHECKED_MAX) {
      options.signal?.throwIfAborted();
      const some = others.slice(at, at + CHECKED_MAX);
      looked.push(...(await check(some)));
      checked += some.length;
    }
  }
  const whole = isChecked ? countWhole(looked) : gathered.whole;
  const all = isChecked ? looked.length : gathered.all;
  const isFilled = whole >= limit;
  const ordered = lookAgain(
    looked.slice(0, Math.max(limit, lookedAt(words))),
    ({ skimmed }) => (pairs.length > 0 ? seen(skimmed).added : 0),
    isEchoed ? possible(answered, pairs, index.records) : 0,
  );
  const favoured = madeAt ? favourNew(ordered, (one) => madeAt(one.loaded.item)) : ordered;
  const first = favoured.filter((one) => one.isWhole || !isFilled).slice(0, limit);
  const helped = (await options.helped?.(first.map((one) => one.loaded.item))) ?? [];
  return {
    hits: favourHelpful(first, helped).map((one) => ({ ...one, words: seen(one.loaded.skimmed).words })),
    whole,
    ...(isChecked && checked < gathered.whole ? { isCut: true } : {}),
    total: isFilled ? whole : all,
  };
}

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

const SLIP_WEIGHT = 0.6;
/** In shorter words a slip makes another word. */
const SLIP_MIN = 4;

/** Where nothing has a word that is needed, what it becomes by correcting one slip. */
async function correct(answered: Answered[], { parts, isGone }: Index): Promise<Answered[]> {
  return Promise.all(
    answered.map(async (one) => {
      const { slot, found } = one;
      const isKnown = found.some(({ lists }) => lists.some((list) => isLive(list, isGone)));
      if (slot.role !== 'needed' || isKnown || slot.word.length < SLIP_MIN) return one;
      const asked = new Set([slot.word, ...slot.matchers.filter((m) => !m.isBeginning).map((m) => m.term)]);
      const near = await Promise.all(parts.flatMap((part) => [...asked].map((word) => part.near(word))));
      const matchers = [...new Set(near.flat())].map((term) => ({ term, isBeginning: false, weight: SLIP_WEIGHT }));
      const [corrected] = await answer(parts, [{ ...slot, matchers }]);
      return corrected ?? one;
    }),
  );
}

/** Whether a list names any record that is not gone: nearly always the first. */
function isLive(list: List, isGone: (number: number) => boolean): boolean {
  const isAny = (count: number) => {
    const entries = new Uint32Array(count);
    unpack({ ...list, count }, entries);
    return entries.some((entry) => !isGone(Math.floor(entry / ENTRY)));
  };
  return list.count > 0 && (isAny(1) || isAny(list.count));
}
