import { type Failure, fail, ok, type Result } from '../kit/result.ts';
import { isDiskFull } from '../store/commit.ts';
import type { Store } from '../store/db.ts';
import { isOver } from '../store/ended.ts';
import { startOver } from '../store/feed.ts';
import type { TeamRow } from '../store/rows.ts';
import { noteSwept } from '../store/sweep.ts';
import { nameAgain, noteTeam, partFrom } from '../store/team.ts';
import { meSchema } from '../wire/sync.ts';
import { type Answer, call } from './call.ts';
import type { SyncDeps } from './deps.ts';
import { finishLeaving, takeBack } from './leave.ts';
import { lockName } from './lock.ts';
import { pauseAfter } from './pause.ts';
import { glimpse, pullAll } from './pull.ts';
import { pushAll } from './push.ts';
import { sweepAll } from './sweep.ts';

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
    if (isOver(team.problem?.code)) return { ok: false, failure: team.problem ?? { code: 'no-token' } };
    if (when === 'due' && (team.retryAt ?? 0) > deps.clock()) return fail(team.problem?.code ?? 'too-many');
    try {
      if (team.leaving === 'leave') return nowhere(await finishLeaving(store, team, deps));
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
  if (answer.failure.code === 'ended') return part(store, team, deps, answer.failure);
  const misses = (team.misses ?? 0) + 1;
  const retryAt = deps.clock() + pauseAfter(misses, answer.retryAfterMs);
  await noteTeam(store, team.id, { problem: answer.failure, misses, retryAt });
  return { ok: false, failure: answer.failure };
}

/**
 * Removed, or this device's token was revoked: what others shared is not for this device any more. Or it has left, and did
 * not hear the answer: then there is no team any more.
 */
async function part(store: Store, team: TeamRow, deps: SyncDeps, failure: Failure): Promise<Result<Exchanged>> {
  if (team.leaving === 'take-back') return nowhere(await takeBack(store, team, deps));
  const parted = await partFrom(store, team.id, failure);
  return parted.ok ? { ok: false, failure } : parted;
}

/** There is nothing to exchange with any more. */
const nowhere = (left: Result<null>): Result<Exchanged> => (left.ok ? fail('no-team') : left);

/** How often one exchange goes on after the server said that it must go on otherwise. */
const TURNS_MAX = 3;

/** Exchanges, and where the server has forgotten, lost or missed something, does what that asks for and exchanges again. */
async function exchange(store: Store, team: TeamRow, deps: SyncDeps, turns = TURNS_MAX): Promise<Answer<Exchanged>> {
  const exchanged = await exchangeOnce(store, team, deps);
  if (exchanged.ok || turns === 0 || !mustStartOver(exchanged.failure.code)) return exchanged;
  const prepared = await prepare(store, team, deps, exchanged.failure.code);
  if (!prepared.ok) return prepared;
  const now = await store.strict.teams.get(team.id);
  return now ? exchange(store, now, deps, turns - 1) : exchanged;
}

const mustStartOver = (code: string): boolean => ['epoch-changed', 'cursor-too-old', 'incomplete'].includes(code);

/**
 * Up, then what is to be compared, then down. What was deleted long ago is known from pushing before it is asked about. Whoever
 * has nothing yet sees the newest before all that.
 */
async function exchangeOnce(store: Store, standing: TeamRow, deps: SyncDeps): Promise<Answer<Exchanged>> {
  const seen = standing.cursor === '' && !standing.isSweepDue ? await glimpse(store, standing, deps) : null;
  if (seen && !seen.ok) return seen;
  const team = seen?.value.swept === undefined ? standing : { ...standing, swept: seen.value.swept };
  const named = await nameAgain(store, team, deps.clock);
  if (!named.ok) return { ...named, status: 0 };
  const pushed = await pushAll(store, team, deps);
  // One that is too slow for the line upwards keeps nothing from coming down. What was deleted long ago is not known then.
  if (!pushed.ok && (!pushed.isLate || team.isSweepDue)) return pushed;
  const swept = team.isSweepDue ? await sweepAll(store, team, deps) : null;
  if (swept && !swept.ok) return swept;
  // What the server never had was put into the outbox again.
  const again = swept ? await pushAll(store, team, deps) : null;
  if (again && !again.ok) return again;
  const taken = await pullAll(store, swept ? { ...team, swept: swept.value } : team, deps);
  if (!taken.ok) return taken;
  if (!pushed.ok) return pushed;
  return {
    ok: true,
    value: { pushed: pushed.value + (again?.value ?? 0), taken: taken.value + (seen?.value.taken ?? 0) },
  };
}

/**
 * A device that was away for longer than deletions stay sweeps. Where the server was restored or replaced, or not
 * everything came, everything is exchanged again; which epoch it has now is noted before one's own is sent, so that a
 * further change meanwhile does not go unseen.
 */
async function prepare(store: Store, team: TeamRow, deps: SyncDeps, code: string): Promise<Answer<null>> {
  if (code === 'cursor-too-old') return toAnswer(await noteSwept(store, team.id, 'due'));
  const peer = { server: team.server, team: team.id, token: team.token };
  const me = await call(store, deps, peer, { method: 'GET', path: '/v1/me', schema: meSchema });
  return me.ok ? toAnswer(await startOver(store, team.id, me.value.epoch)) : me;
}

const toAnswer = (result: Result<null>): Answer<null> => (result.ok ? result : { ...result, status: 0 });
