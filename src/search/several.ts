import type { Candidate } from './best.ts';
import { FAVOURED } from './look.ts';
import type { Pair } from './neighbours.ts';

export { joinSlots } from './joined-slots.ts';
export { adjacency, pairsOf } from './neighbours.ts';

/** Those candidates that can come among the first `limit`, whatever a second look says of them: only they need be read. */
export function within(best: Candidate[], limit: number, pairs: Pair[]): Candidate[] {
  const last = best[limit - 1];
  if (!last) return best;
  const added = pairs.reduce((sum, { worth }) => sum + worth, 0);
  return best.filter(
    ({ isWhole, score }, i) => i < limit || (isWhole === last.isWhole && FAVOURED * (score + added) >= last.score),
  );
}
