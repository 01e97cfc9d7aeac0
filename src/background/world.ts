import { type Clock, systemClock } from '../kit/clock.ts';
import { openStore, type Store } from '../store/db.ts';
import { browserDeps, type SyncDeps } from '../sync/deps.ts';

/** What everything in the background works with; made once for each life of the worker. */
export interface World {
  store: Store;
  clock: Clock;
  sync: SyncDeps;
}

export const createWorld = (): World => ({ store: openStore(), clock: systemClock, sync: browserDeps() });
