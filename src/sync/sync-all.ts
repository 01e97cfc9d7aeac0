import type { Result } from '../kit/result.ts';
import type { Store } from '../store/db.ts';
import { tendLost } from '../store/lost.ts';
import { finishRemovals } from '../store/remove.ts';
import type { SyncDeps } from './deps.ts';
import { type Exchanged, syncTeam } from './sync-team.ts';

/**
 * Exchanges with every team that was joined, side by side, so that one dead server holds up no other; with none joined
 * there is no request. `due`: for alarms, keeps the growing pauses after failures; `now`: a person waits. Gives how it went by team.
 */
export async function syncAll(
  store: Store,
  deps: SyncDeps,
  when: 'now' | 'due' = 'now',
): Promise<Map<string, Result<Exchanged>>> {
  await tendLost(store, deps.clock);
  const teams = await store.strict.teams.toCollection().primaryKeys();
  if (teams.length === 0) return new Map();
  await finishRemovals(store, deps.clock);
  return new Map(await Promise.all(teams.map(async (id) => [id, await syncTeam(store, id, deps, when)] as const)));
}
