import { type Clock, systemClock } from '../kit/clock.ts';
import { openStore, type Store } from '../store/db.ts';
import { dropMarks } from '../store/drop-marks.ts';
import { browserDeps, type SyncDeps } from '../sync/deps.ts';
import { createTending } from './tend.ts';
import { createUpkeep } from './upkeep.ts';

/** What everything in the background works with; made once for each life of the worker. */
export interface World {
  store: Store;
  clock: Clock;
  sync: SyncDeps;
  /** Records were written: soon, when it is quiet, the search index is put in shape. */
  tendSoon(): void;
}

export function createWorld(): World {
  const store = openStore();
  // Held while the worker lives: a page that opens meanwhile has it at once. Whoever reads meets the failure.
  store.relaxed.open().catch(() => {});
  const isTended = createUpkeep(store);
  return {
    store,
    clock: systemClock,
    sync: browserDeps(),
    // What was written meanwhile is tended after it. Where marks cannot be dropped, as on a full disk, they are the next time.
    tendSoon: createTending(
      async (budgetMs) => !(await isTended(budgetMs)) || dropMarks(store.relaxed).catch(() => false),
    ),
  };
}
