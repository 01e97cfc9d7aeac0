import { createPacer } from '../../kit/pause.ts';
import type { Query } from '../asked/query-parts.ts';
import { rowTest } from '../look/phrase.ts';
import type { Answered } from './ask-parts.ts';
import { compare } from './best.ts';
import { gather } from './gather.ts';
import type { Index, SearchOptions } from './search-options.ts';
import { countWhole, type Looked, type LookedAt, readAll } from './second-look.ts';

/** So many candidates are loaded at a time where only the records can tell whether they are results, */
const CHECKED_MAX = 1000;
/** so many where words in a row are asked for, which the store remembers from letter to letter, */
const CHECKED_ROWS = 200;
/** and so many whole matches in all until there are more results than the limit: beyond, nobody waits so long (why.md). */
const CHECKED_FAR = 20_000;

/** Asks the records, the best first, until more than `wanted` are results; with pauses, since looking for words in a row takes long. `held`: what it is
 * of them that only the record tells. */
export async function check<T>(
  index: Index,
  query: Query,
  answered: Answered[],
  options: SearchOptions<T>,
  wanted: number,
  held: (one: Looked<T>) => Looked<T> = (one) => one,
): Promise<LookedAt<T>> {
  const { records, tongues, isGone } = index;
  const { limit, keeps, signal } = options;
  const most = options.asked ?? Math.max(limit, CHECKED_MAX);
  const hasRows = rowTest(query, tongues);
  const pace = createPacer();
  let { best, whole, all } = gather(answered, records, isGone, most);
  let looked: Looked<T>[] = [];
  let asked = 0;
  const askTo = async (last: number): Promise<void> => {
    while (asked < last && countWhole(looked) <= wanted) {
      signal?.throwIfAborted();
      const some = best.slice(asked, Math.min(last, asked + (hasRows ? CHECKED_ROWS : CHECKED_MAX)));
      for (const one of await readAll(options, some)) {
        await pace();
        const { item, skimmed } = one.loaded;
        if (keeps?.(item, skimmed) !== false && hasRows?.(skimmed) !== false) looked.push(held(one));
      }
      asked += some.length;
      if (!some.at(-1)?.isWhole && looked.length > wanted) break;
    }
  };
  await askTo(best.length);
  if (!options.asked && countWhole(looked) <= limit && all > asked) {
    const among = await options.among?.(index);
    if (among || best[most - 1]?.isWhole) {
      const isOut = among ? (number: number) => isGone(number) || !among(number) : isGone;
      // Where the first look did not count to the end.
      ({ best, whole, all } = gather(answered, records, isOut, CHECKED_FAR));
      // Where it is known which may be kept only those are gathered, and what was asked already may be none of them.
      if (among) [looked, asked] = [[], 0];
      await askTo(among ? best.length : countWhole(best));
    }
  }
  const isCut = countWhole(best.slice(0, asked)) < whole || (looked.length === 0 && asked < all);
  return {
    looked: looked.sort(compare).slice(0, wanted),
    whole: countWhole(looked),
    all: looked.length,
    ...(isCut && { isCut }),
  };
}
