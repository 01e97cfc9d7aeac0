import { fail, ok, type Result } from '../kit/result.ts';
import type { Store } from '../store/db.ts';
import type { TeamRow } from '../store/rows.ts';
import { type Invite, type Invited, invitedSchema } from '../wire/people.ts';
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
  return team ? askForInvite(store, team, invite, deps) : fail('no-team');
}

/** Makes a link with which one more device may join as the same member, whatever their role. */
export async function makeOwnInvite(store: Store, teamId: string, deps: SyncDeps): Promise<Result<Invited>> {
  const team = await store.strict.teams.get(teamId);
  if (!team) return fail('no-team');
  return askForInvite(store, team, { role: 'member', uses: 1, member: team.member.id }, deps);
}

async function askForInvite(store: Store, team: TeamRow, invite: Invite, deps: SyncDeps): Promise<Result<Invited>> {
  const peer = { server: team.server, team: team.id, token: team.token };
  const what = { method: 'POST', path: '/v1/invites', body: invite, schema: invitedSchema } as const;
  const answer = await call(store, deps, peer, what);
  return answer.ok ? ok(answer.value) : { ok: false, failure: answer.failure };
}
