import { oncePerStart } from '../browser/once.ts';
import { countIndex } from '../store/count-index.ts';
import type { Store } from '../store/db.ts';
import { tendIndex } from '../store/tend-index.ts';
import { createRemembering } from './remember-index.ts';

/**
 * Puts the search index in shape for so many milliseconds, and says whether it is; then how it stands is remembered, for a popup that
 * opens on a closed store.
 */
export function createUpkeep(store: Store): (budgetMs: number) => Promise<boolean> {
  const remember = createRemembering(store);
  return async (budgetMs) => {
    if (await tendIndex(store, budgetMs)) return false;
    let isRight = true;
    // Where it cannot be counted, as while something is written, it is the next time.
    await oncePerStart('index-counted', async () => {
      isRight = await countIndex(store.relaxed);
    }).catch(() => {});
    if (!isRight) return false;
    // Where it cannot be remembered it is read.
    await remember().catch(() => {});
    return true;
  };
}
