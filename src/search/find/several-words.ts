import { once } from '../../kit/once.ts';
import { hasRun } from '../text/spaceless.ts';
import type { inRuns as InRuns } from './whole-runs.ts';

/** What a query of several words needs beside what one word does. */
export { joinSlots } from '../asked/slot-roles.ts';
export { adjacency, pairsOf } from '../look/neighbours.ts';
export { withSmallLast } from './small-last.ts';

const holding = once(() => import('./whole-runs.ts'));

/** What is typed without spaces counts as whole only where it stands as a whole (whole-runs.ts). */
export const inRuns: typeof InRuns = async (found, index, query, ...more) =>
  query.asked.some((one) => one.kind === 'word' && hasRun(one.word.word))
    ? (await holding()).inRuns(found, index, query, ...more)
    : found;
