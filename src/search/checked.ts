import { createPacer } from '../kit/pause.ts';
import type { Answered } from './answer.ts';
import type { Query } from './asked.ts';
import type { Candidate } from './best.ts';
import { gather } from './gather.ts';
import { countWhole, type Looked, readAll } from './look.ts';
import { isBarred, sieveOf } from './phrase.ts';
import type { Index, SearchOptions } from './search-options.ts';
import { sift } from './skim.ts';

/** So many candidates are loaded at a time where only the records can tell whether they are results, */
const CHECKED_MAX = 1000;
/** and so many whole matches in all until there are more results than the limit: beyond, nobody waits so long (why.md). */
const CHECKED_FAR = 20_000;

/** Those candidates that are results, as far as they were looked at. */
export interface Checked<T> {
  looked: Looked<T>[];
  whole: number;
  all: number;
  /** There may be more. */
  isCut: boolean;
}

/** Asks the records, the best first; with pauses, since looking for words in a row takes long. */
export async function check<T>(
  index: Index,
  query: Query,
  answered: Answered[],
  options: SearchOptions<T>,
): Promise<Checked<T>> {
  const { records, tongues, isGone } = index;
  const { limit, keeps, signal } = options;
  const most = options.asked ?? Math.max(limit, CHECKED_MAX);
  const gathered = gather(answered, records, isGone, most);
  const sieve = sieveOf(query, tongues);
  const pace = createPacer();
  const looked: Looked<T>[] = [];
  let checked = 0;
  const checkSome = async (some: Candidate[]): Promise<void> => {
    for (const one of await readAll(options, some)) {
      await pace();
      if (keeps?.(one.loaded.item) === false) continue;
      if (!sieve || !isBarred(query, sift(one.loaded.skimmed, sieve), tongues)) looked.push(one);
    }
    checked += countWhole(some);
  };
  await checkSome(gathered.best);
  let { whole } = gathered;
  if (!options.asked && gathered.best[most - 1]?.isWhole) {
    const { best, ...far } = gather(answered, records, isGone, CHECKED_FAR);
    // Where the first look did not count to the end.
    whole = far.whole;
    const others = best.slice(most).filter(({ isWhole }) => isWhole);
    for (let at = 0; at < others.length && countWhole(looked) <= limit; at += CHECKED_MAX) {
      signal?.throwIfAborted();
      await checkSome(others.slice(at, at + CHECKED_MAX));
    }
  }
  return { looked, whole: countWhole(looked), all: looked.length, isCut: checked < whole };
}
