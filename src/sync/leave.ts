import { type Failure, fail, type Result } from '../kit/result.ts';
import type { Store } from '../store/db.ts';
import type { TeamRow } from '../store/rows.ts';
import { forgetTeam, noteLeaving, partFrom } from '../store/team.ts';
import { type Leave, type Left, leftSchema } from '../wire/people.ts';
import { type Answer, call } from './call.ts';
import type { SyncDeps } from './deps.ts';
import { orDiskFull } from './disk-full.ts';
import { lockName } from './lock.ts';
import { pushAll } from './push.ts';

/**
 * Leaves a team: what one wrote stays here as private records. With `take-back` the server unshares it first, so this
 * needs the server's word and changes nothing without it; plain leaving also works when the server is gone for good.
 * Fails with `no-team`, `unreachable`, `disk-full` or what the server says. Where only the answer was lost, asking again or
 * the next exchange ends it: see {@link takeBack} and {@link finishLeaving}.
 */
export async function leaveTeam(
  store: Store,
  teamId: string,
  records: Leave['records'],
  deps: SyncDeps,
): Promise<Result<null>> {
  const work = async (): Promise<Result<null>> => {
    const team = await store.strict.teams.get(teamId);
    return team ? leave(store, team, records, deps) : fail('no-team');
  };
  return deps.locks.request(lockName(teamId), {}, () => orDiskFull(work));
}

async function leave(store: Store, team: TeamRow, records: Leave['records'], deps: SyncDeps): Promise<Result<null>> {
  // What was deleted or taken back a moment ago must not stay with colleagues because its author left.
  const pushed = await pushAll(store, team, deps);
  // A token that ended may have ended by asking for this before.
  const isHeard = pushed.ok || pushed.failure.code === 'ended';
  if (!isHeard && records === 'take-back') return { ok: false, failure: pushed.failure };
  const noted = await noteLeaving(store, team.id, records);
  if (!noted.ok) return noted;
  if (records === 'take-back') return takeBack(store, team, deps);
  await ask(store, team, records, deps);
  return forgetTeam(store, team.id);
}

/**
 * Ends a plain leaving that was cut short by a kill or a full disk: it was decided, and needs nobody's word. Were it left
 * where it was, the device would stay in the team, and whoever is removed later would not be told why.
 */
export const finishLeaving = (store: Store, team: TeamRow, deps: SyncDeps): Promise<Result<null>> =>
  leave(store, team, 'leave', deps);

/**
 * What becomes of a team whose token ended after its server was asked to take everything back, and that went unheard: it is
 * forgotten where that was done. Where it was not, since the member was removed or the token revoked, the team is parted
 * from, with that reason.
 */
export async function takeBack(store: Store, team: TeamRow, deps: SyncDeps): Promise<Result<null>> {
  const answer = await ask(store, team, 'take-back', deps);
  return answer.ok ? forgetTeam(store, team.id) : stay(store, team.id, answer.failure);
}

const ask = (store: Store, team: TeamRow, records: Leave['records'], deps: SyncDeps): Promise<Answer<Left>> => {
  const peer = { server: team.server, team: team.id, token: team.token };
  return call(store, deps, peer, { method: 'POST', path: '/v1/leave', body: { records }, schema: leftSchema });
};

/** Nothing was taken back, and nobody is told that it was; whoever was sent away meanwhile parts all the same. */
async function stay(store: Store, teamId: string, failure: Failure): Promise<Result<null>> {
  const parted = failure.code === 'ended' ? await partFrom(store, teamId, failure) : null;
  return parted?.ok === false ? parted : { ok: false, failure };
}
