import type { Store } from '../../src/store/db.ts';
import { type Outgoing, recordsOf, waiting } from '../../src/store/outbox.ts';

/** What waits for a team now, with its records. */
export const outgoing = async (store: Store, team: string, now: number, limit: number): Promise<Outgoing[]> =>
  recordsOf(store, await waiting(store, team, now, limit));
