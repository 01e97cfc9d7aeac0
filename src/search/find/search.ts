import type { Query } from '../asked/query-parts.ts';
import { wordSlots } from '../asked/word-slots.ts';
import { createLook } from '../look/marks.ts';
import { loadStemmers } from '../text/language.ts';
import { loadSuffixes } from '../text/stems-ahead.ts';
import { answerCorrected } from './ask-parts.ts';
import { bringSeveral } from './bring-several-words.ts';
import { gather } from './gather.ts';
import { type Results, resultsOf } from './results.ts';
import type { Index, SearchOptions } from './search-options.ts';
import { readAll } from './second-look.ts';

export type { Results } from './results.ts';
export type { Index, SearchOptions } from './search-options.ts';

/** The best results of a query. While whole matches fill the limit, only they are results. What more than one word asks: several-words.ts. */
export async function search<T>(index: Index, query: Query, options: SearchOptions<T>): Promise<Results<T>> {
  const { records, tongues, isGone } = index;
  const { load, limit, keeps, slots = [] } = options;
  await Promise.all([loadStemmers(tongues), loadSuffixes(tongues)]);
  const [asked, ...others] = query.asked;
  const isAlone = asked?.kind === 'word' && others.length + query.barred.length + slots.length === 0 && !keeps;
  const [slot, ...parts] = isAlone ? wordSlots(asked.word, tongues) : [];
  if (!slot || parts.length > 0) return (await bringSeveral()).searchSeveral(index, query, options);
  const answered = await answerCorrected(index, [slot], load);
  const met = answered.map((one) => one.slot);
  const see = createLook(met);
  const { best, ...counts } = gather(answered, records, isGone, limit);
  const looked = await readAll(options, best, ({ skimmed }) => see(skimmed));
  return resultsOf({ looked, ...counts }, met, see, options);
}
