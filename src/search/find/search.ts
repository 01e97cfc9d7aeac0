import { once } from '../../kit/once.ts';
import { hasRows, type Query } from '../asked/query-parts.ts';
import { wordSlots } from '../asked/word-slots.ts';
import { markAll } from '../look/marked.ts';
import { createLook, type Marks } from '../look/marks.ts';
import type { Loaded } from '../look/skim.ts';
import { loadStemmers } from '../text/language.ts';
import { loadSuffixes } from '../text/stems-ahead.ts';
import { answerCorrected } from './ask-parts.ts';
import { bringSeveral } from './bring-several-words.ts';
import { gather } from './gather.ts';
import type { Index, SearchOptions } from './search-options.ts';
import { favourHelpful, favourNew, lookedAt, readAll } from './second-look.ts';

export type { Index, SearchOptions } from './search-options.ts';

export interface Results<T> {
  /** `marks`: where what was asked for stands in the record. */
  hits: { loaded: Loaded<T>; isWhole: boolean; marks: Marks }[];
  /** How many have everything that was asked for; there may be more where not all candidates were looked at. */
  whole: number;
  isCut?: true;
  /** How many there are in all; about as many where not all were counted. */
  total: number;
  isAbout?: true;
  /** The words, folded, that nothing has: what one slip may have made them of was searched for instead. */
  unwritten?: string[];
}

/** With fewer words there is too little to tell what the best have in common. */
const ECHO_WORDS = 3;

/** What only some queries need comes with the first of them. */
const echoing = once(() => import('./echo.ts'));
const checking = once(() => import('./checked.ts'));
const asking = once(() => import('../asked/query.ts'));

/** The best results of a query. While whole matches fill the limit, only they are results. */
export async function search<T>(index: Index, query: Query, options: SearchOptions<T>): Promise<Results<T>> {
  const { records, tongues, isGone } = index;
  const { limit, madeAt } = options;
  await Promise.all([loadStemmers(tongues), loadSuffixes(tongues)]);
  const { asked, barred } = query;
  const isPlain = barred.length === 0 && asked.every((one) => one.kind === 'word');
  const typed = isPlain
    ? asked.flatMap(({ word }) => wordSlots(word, tongues))
    : (await asking()).slotsOfAll(query, tongues);
  const all = [...typed, ...(options.slots ?? [])];
  const several = all.length > 1 || !isPlain ? await bringSeveral() : null;
  const slots = several?.joinSlots(all, tongues) ?? all;
  const words = slots.filter(({ role }) => role === 'needed').length;
  const [answered, echo, checked] = await Promise.all([
    (several?.answerSeveral ?? answerCorrected)(index, slots, options.load),
    words >= ECHO_WORDS ? echoing() : null,
    // Where only a record itself can tell whether it is a result: the index knows no order of words, and not all that filters ask.
    hasRows(query) || options.keeps ? checking() : null,
  ]);
  const pairs = several?.pairsOf(answered, records) ?? [];
  const met = answered.map(({ slot }) => slot);
  const seen = createLook(met, several?.adjacency(pairs));
  const most = Math.max(limit, lookedAt(words));
  const runs = await several?.holdRuns(query, options);
  const readBest = async () => {
    const { best, ...counts } = gather(answered, records, isGone, most, limit);
    const look = ({ skimmed }: Loaded<T>) => [seen(skimmed), echo?.saidBy(skimmed)];
    const found = { looked: await readAll(options, best, look), ...counts };
    return runs ? runs.inRuns(found, index, answered, options, most) : found;
  };
  const found = checked ? checked.check(index, query, answered, options, most, runs?.held) : readBest();
  const { looked, all: counted, ...told } = await found;
  const isFilled = told.whole >= limit;
  const unwritten = new Set(met.flatMap(({ isUnwritten, word, unwritten = isUnwritten ? [word] : [] }) => unwritten));
  const near = looked.map((one) => ({ ...one, score: one.score + seen(one.loaded.skimmed).added }));
  const ordered = echo ? echo.echo(near, answered, pairs, records) : near;
  const favoured = favourNew(ordered, ({ loaded }) => madeAt?.(loaded.item) ?? 0);
  const shown = favoured.filter((one) => one.isWhole || !isFilled).slice(0, limit);
  const helped = (await options.helped?.(shown.map((one) => one.loaded.item))) ?? [];
  return {
    hits: favourHelpful(await markAll(shown, met, seen), helped),
    ...told,
    ...(met.some(({ isApart }) => isApart === 'some') && { isCut: true }),
    ...(unwritten.size > 0 && { unwritten: [...unwritten] }),
    total: isFilled ? told.whole : counted,
  };
}
