import { fail, ok, type Result } from '../kit/result.ts';
import type { Store } from '../store/db.ts';
import { type Invite, type Invited, invitedSchema } from '../wire/sync.ts';
import { call } from './call.ts';
import type { SyncDeps } from './deps.ts';

/**
 * Makes a link with which so many people may join a team; only its owners and admins may. Fails with `no-team`,
 * `unreachable` or what the server says.
 */
export async function makeInvite(
  store: Store,
  teamId: string,
  invite: Invite,
  deps: SyncDeps,
): Promise<Result<Invited>> {
  const team = await store.strict.teams.get(teamId);
  if (!team) return fail('no-team');
  const peer = { server: team.server, team: team.id, token: team.token };
  const what = { method: 'POST', path: '/v1/invites', body: invite, schema: invitedSchema } as const;
  const answer = await call(store, deps, peer, what);
  return answer.ok ? ok(answer.value) : { ok: false, failure: answer.failure };
}
