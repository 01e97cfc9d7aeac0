import { once } from '../../kit/once.ts';
import { hasRows, type Query } from '../asked/query-parts.ts';
import { joinSlots } from '../asked/slot-roles.ts';
import { wordSlots } from '../asked/word-slots.ts';
import { createLook } from '../look/marks.ts';
import { adjacency, pairsOf } from '../look/neighbours.ts';
import type { Loaded } from '../look/skim.ts';
import { hasRun } from '../text/spaceless.ts';
import { answerChoices } from './answer-choices.ts';
import { gather } from './gather.ts';
import { type Results, resultsOf } from './results.ts';
import type { Index, SearchOptions } from './search-options.ts';
import { readAll } from './second-look.ts';
import { withSmallLast } from './small-last.ts';

/**
 * How many of the first candidates are worth another look, beside those that are shown: few words say little. Every one is a record to be
 * read, which is most of what a keystroke takes.
 */
const lookedAt = (words: number): number => Math.min(50, 17 * words - 43);
/** With fewer words there is too little to tell what the best have in common. */
const ECHO_WORDS = 3;

/** What only some of these queries need comes with the first of them. */
const asking = once(() => import('../asked/query.ts'));
const echoing = once(() => import('./echo.ts'));
const checking = once(() => import('./checked.ts'));
const holding = once(() => import('./whole-runs.ts'));

/** The results of a query that is more than one word: of several, of words in a row, of what is left out or narrowed. */
export async function searchSeveral<T>(index: Index, query: Query, options: SearchOptions<T>): Promise<Results<T>> {
  const { records, tongues, isGone } = index;
  const { asked, barred } = query;
  const { limit } = options;
  const isPlain = barred.length === 0 && asked.every((one) => one.kind === 'word');
  const typed = isPlain
    ? asked.flatMap(({ word }) => wordSlots(word, tongues))
    : (await asking()).slotsOfAll(query, tongues);
  const all = [...typed, ...(options.slots ?? [])];
  const slots = all.length > 1 || !isPlain ? joinSlots(all, tongues) : all;
  const words = slots.filter(({ role }) => role === 'needed').length;
  const isRun = asked.some((one) => one.kind === 'word' && hasRun(one.word.word));
  const [answers, echo, checked, held] = await Promise.all([
    answerChoices(index, slots, options.load),
    words >= ECHO_WORDS ? echoing() : null,
    // Where only a record itself can tell whether it is a result: the index knows no order of words, and not all that filters ask.
    hasRows(query) || options.keeps ? checking() : null,
    // What is typed without spaces counts as whole only where it stands as a whole.
    isRun ? holding() : null,
  ]);
  const answered = withSmallLast(answers, index);
  const pairs = pairsOf(answered, records);
  const met = answered.map(({ slot }) => slot);
  const see = createLook(met, adjacency(pairs));
  const most = Math.max(limit, lookedAt(words));
  const runs = held?.holdRuns(query, options);
  const readBest = async () => {
    const { best, ...counts } = gather(answered, records, isGone, most, limit);
    const look = ({ skimmed }: Loaded<T>) => [see(skimmed), echo?.saidBy(skimmed)];
    const found = { looked: await readAll(options, best, look), ...counts };
    return runs ? runs.inRuns(found, index, answered, options, most) : found;
  };
  const found = await (checked ? checked.check(index, query, answered, options, most, runs?.held) : readBest());
  const near = found.looked.map((one) => ({ ...one, score: one.score + see(one.loaded.skimmed).added }));
  const looked = echo ? echo.echo(near, answered, pairs, records) : near;
  return resultsOf({ ...found, looked }, met, see, options);
}
