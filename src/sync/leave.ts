import { type Failure, fail, type Result } from '../kit/result.ts';
import type { Store } from '../store/db.ts';
import { forgetTeam, partFrom } from '../store/team.ts';
import { type Leave, leftSchema } from '../wire/people.ts';
import { call } from './call.ts';
import type { SyncDeps } from './deps.ts';
import { orDiskFull } from './disk-full.ts';
import { lockName } from './lock.ts';
import { pushAll } from './push.ts';

/**
 * Leaves a team: what one wrote stays here as private records. With `take-back` the server unshares it first, so this
 * needs the server's word and changes nothing without it; plain leaving also works when the server is gone for good.
 * Fails with `no-team`, `unreachable`, `disk-full` or what the server says.
 */
export async function leaveTeam(
  store: Store,
  teamId: string,
  records: Leave['records'],
  deps: SyncDeps,
): Promise<Result<null>> {
  const leave = async (): Promise<Result<null>> => {
    const team = await store.strict.teams.get(teamId);
    if (!team) return fail('no-team');
    const peer = { server: team.server, team: team.id, token: team.token };
    // What was deleted or taken back a moment ago must not stay with colleagues because its author left.
    const pushed = await pushAll(store, team, deps);
    if (!pushed.ok && records === 'take-back') return stay(store, teamId, pushed.failure);
    const answer = await call(store, deps, peer, {
      method: 'POST',
      path: '/v1/leave',
      body: { records },
      schema: leftSchema,
    });
    if (!answer.ok && records === 'take-back') return stay(store, teamId, answer.failure);
    return forgetTeam(store, teamId);
  };
  return deps.locks.request(lockName(teamId), {}, () => orDiskFull(leave));
}

/** Nothing was taken back, and nobody is told that it was; whoever was sent away meanwhile parts all the same. */
async function stay(store: Store, teamId: string, failure: Failure): Promise<Result<null>> {
  const parted = failure.code === 'ended' ? await partFrom(store, teamId, failure) : null;
  return parted?.ok === false ? parted : { ok: false, failure };
}
