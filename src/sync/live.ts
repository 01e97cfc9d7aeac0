import type { Store } from '../store/db.ts';
import { live } from '../store/live.ts';
import type { SyncDeps } from './deps.ts';
import { followTeam } from './follow.ts';

/**
 * Keeps every joined team up to date while a page of ours is open: one stream for each, held by one context of the
 * profile; teams that are joined or left meanwhile are followed or let go. Gives the way to stop.
 */
export function startLive(store: Store, deps: SyncDeps): () => void {
  const followed = new Map<string, AbortController>();
  const teamIds = live(() => store.relaxed.teams.toCollection().primaryKeys());
  const follow = (ids: string[]) => {
    for (const id of ids) {
      if (followed.has(id)) continue;
      const stop = new AbortController();
      followed.set(id, stop);
      void followTeam(store, id, deps, stop.signal).finally(() => followed.delete(id));
    }
    for (const [id, stop] of followed) if (!ids.includes(id)) stop.abort();
  };
  const unsubscribe = teamIds.subscribe(follow, (error) => {
    throw error;
  });
  return () => {
    unsubscribe();
    for (const stop of followed.values()) stop.abort();
  };
}
