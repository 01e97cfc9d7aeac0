import { once } from '../../kit/once.ts';
import type { Query } from '../asked/query-parts.ts';
import { hasRun } from '../text/spaceless.ts';
import type { SearchOptions } from './search-options.ts';
import type { HeldRuns } from './whole-runs.ts';

/** What a query of several words needs beside what one word does. */
export { joinSlots } from '../asked/slot-roles.ts';
export { adjacency, pairsOf } from '../look/neighbours.ts';
export { answerChoices } from './answer-choices.ts';
export { withSmallLast } from './small-last.ts';

const holding = once(() => import('./whole-runs.ts'));

/** What is typed without spaces counts as whole only where it stands as a whole (whole-runs.ts); null where nothing is. */
export const holdRuns = async <T>(query: Query, options: SearchOptions<T>): Promise<HeldRuns<T> | null> =>
  query.asked.some((one) => one.kind === 'word' && hasRun(one.word.word))
    ? (await holding()).holdRuns(query, options)
    : null;
