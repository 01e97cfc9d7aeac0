import { fail, ok, type Result } from '../kit/result.ts';
import { isDiskFull } from '../store/commit.ts';
import type { Store } from '../store/db.ts';
import { startOver } from '../store/feed.ts';
import type { TeamRow } from '../store/rows.ts';
import { noteTeam } from '../store/team.ts';
import { meSchema } from '../wire/sync.ts';
import { type Answer, call } from './call.ts';
import type { SyncDeps } from './deps.ts';
import { lockName } from './lock.ts';
import { pauseAfter } from './pause.ts';
import { pullAll } from './pull.ts';
import { pushAll } from './push.ts';

export interface Exchanged {
  pushed: number;
  /** Records that were news here. */
  taken: number;
}

/**
 * Exchanges with one team: what waits goes up, what is new comes down. Safe to run twice, at once in two contexts, and
 * to be killed anywhere. How it went stands on the team's row. `due`: only if no growing pause is being kept.
 */
export async function syncTeam(
  store: Store,
  teamId: string,
  deps: SyncDeps,
  when: 'now' | 'due' = 'now',
): Promise<Result<Exchanged>> {
  return deps.locks.request(lockName(teamId), {}, async () => {
    const team = await store.strict.teams.get(teamId);
    if (!team) return fail('no-team');
    // A token that ended does not come back to life; joining again gives another.
    if (team.problem?.code === 'no-token') return { ok: false, failure: team.problem };
    if (when === 'due' && (team.retryAt ?? 0) > deps.clock()) return fail(team.problem?.code ?? 'too-many');
    try {
      return await noteOutcome(store, team, deps, await exchange(store, team, deps));
    } catch (error) {
      // Not even the ledger could be written; nothing was acknowledged that is not kept.
      if (isDiskFull(error)) return fail('disk-full');
      throw error;
    }
  });
}

async function noteOutcome(
  store: Store,
  team: TeamRow,
  deps: SyncDeps,
  answer: Answer<Exchanged>,
): Promise<Result<Exchanged>> {
  if (answer.ok) {
    await noteTeam(store, team.id, { syncedAt: deps.clock() });
    return ok(answer.value);
  }
  const misses = (team.misses ?? 0) + 1;
  const retryAt = deps.clock() + pauseAfter(misses, answer.retryAfterMs);
  await noteTeam(store, team.id, { problem: answer.failure, misses, retryAt });
  return { ok: false, failure: answer.failure };
}

async function exchange(store: Store, team: TeamRow, deps: SyncDeps): Promise<Answer<Exchanged>> {
  const pushed = await pushAll(store, team, deps);
  if (!pushed.ok) return pushed;
  const taken = await pullAll(store, team, deps);
  if (taken.ok) return { ok: true, value: { pushed: pushed.value, taken: taken.value } };
  return mustStartOver(taken.failure.code) ? exchangeAnew(store, team, deps) : taken;
}

const mustStartOver = (code: string): boolean => code === 'epoch-changed' || code === 'cursor-too-old';

/**
 * The server was restored, replaced, or has forgotten how far back we are: everything is exchanged again, once. Which epoch
 * it has now is noted before one's own is sent, so that a further change meanwhile does not go unseen.
 */
async function exchangeAnew(store: Store, team: TeamRow, deps: SyncDeps): Promise<Answer<Exchanged>> {
  const peer = { server: team.server, team: team.id, token: team.token };
  const me = await call(store, deps, peer, { method: 'GET', path: '/v1/me', schema: meSchema });
  if (!me.ok) return me;
  const started = await startOver(store, team.id, me.value.epoch);
  if (!started.ok) return { ...started, status: 0 };
  const pushed = await pushAll(store, team, deps);
  if (!pushed.ok) return pushed;
  const taken = await pullAll(store, { ...team, cursor: '' }, deps);
  return taken.ok ? { ok: true, value: { pushed: pushed.value, taken: taken.value } } : taken;
}
