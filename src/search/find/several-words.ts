import { once } from '../../kit/once.ts';
import type { Query } from '../asked/query-parts.ts';
import { hasRun } from '../text/spaceless.ts';
import { answerChoices } from './answer-choices.ts';
import type { answerCorrected } from './ask-parts.ts';
import type { SearchOptions } from './search-options.ts';
import { withSmallLast } from './small-last.ts';
import type { HeldRuns } from './whole-runs.ts';

/** What a query of several words needs beside what one word does. */
export { joinSlots } from '../asked/slot-roles.ts';
export { adjacency, pairsOf } from '../look/neighbours.ts';

/** As of one word. */
export const answerSeveral: typeof answerCorrected = async (index, slots, load) =>
  withSmallLast(await answerChoices(index, slots, load), index);

const holding = once(() => import('./whole-runs.ts'));

/** What is typed without spaces counts as whole only where it stands as a whole (whole-runs.ts); null where nothing is. */
export const holdRuns = async <T>(query: Query, options: SearchOptions<T>): Promise<HeldRuns<T> | null> =>
  query.asked.some((one) => one.kind === 'word' && hasRun(one.word.word))
    ? (await holding()).holdRuns(query, options)
    : null;
