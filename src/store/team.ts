import type { JsonObject } from '../domain/json.ts';
import { kinds } from '../domain/kinds/index.ts';
import { compareVersions, hashBody, nextVersion } from '../domain/version.ts';
import type { Clock } from '../kit/clock.ts';
import { type Failure, fail, ok, type Result } from '../kit/result.ts';
import { commit, type Door } from './commit.ts';
import type { Db, Store } from './db.ts';
import { sendOwnAgain } from './feed.ts';
import { whoAmI } from './me.ts';
import { rowAt, rowsOfTeam } from './record-at.ts';
import { asJson, toPrivateRow, toRow } from './row.ts';
import { PRIVATE, type RecordKey, type RecordRow, type TeamRow } from './rows.ts';

/**
 * Remembers a team that was joined and shares one's profile with it, so that colleagues see a name. Joining again keeps
 * what is there; where the server was replaced meanwhile, one's own is sent again.
 */
export async function addTeam(store: Store, team: TeamRow, clock: Clock): Promise<Result<null>> {
  const profile = await profileOf(team, clock);
  return commit(store.strict, async (door) => {
    const standing = await door.db.teams.get(team.id);
    const isSameServer = standing?.epoch === team.epoch;
    const { cursor = '', swept, isSweepDue } = standing ?? {};
    const place = { cursor, ...(swept === undefined ? {} : { swept }), ...(isSweepDue ? { isSweepDue } : {}) };
    await door.db.teams.put(isSameServer ? { ...team, ...place } : team);
    if (standing && standing.member.id !== team.member.id) await partFromFormerSelf(door, team.id);
    else if (standing && !isSameServer) await sendOwnAgain(door, team.id);
    await shareProfile(door, team, profile, clock);
    return ok(null);
  });
}

/**
 * Says one's name again where the server took it back: somebody left with another of their devices and took everything
 * back, or did so before they joined again. Colleagues would know nobody by what is shared from now on.
 */
export async function nameAgain(store: Store, team: TeamRow, clock: Clock): Promise<Result<null>> {
  const isNameless = async (db: Db) => {
    const row = await rowAt(db, [team.id, team.member.id]);
    return row?.body === null && !row.deleted;
  };
  if (!(await isNameless(store.strict))) return ok(null);
  const profile = await profileOf(team, clock);
  return commit(store.strict, async (door) => {
    if (await isNameless(door.db)) await shareProfile(door, team, profile, clock);
    return ok(null);
  });
}

interface Profile {
  body: JsonObject;
  hash: string;
}

async function profileOf({ member }: TeamRow, clock: Clock): Promise<Profile> {
  const body = asJson({ created: clock(), name: member.name });
  return { body, hash: await hashBody(body) };
}

async function shareProfile(door: Door, team: TeamRow, { body, hash }: Profile, clock: Clock): Promise<void> {
  const { id } = team.member;
  const earlier = await door.get([team.id, id]);
  const { device } = await whoAmI(door.db);
  const version = nextVersion(earlier?.version, device, hash, clock);
  const profile = { id, kind: 'profile', author: id, schema: kinds.profile.version, version, body };
  await door.put(toRow(profile, team.id, true), { notBefore: 0 });
}

/**
 * Joined as another member than before: what the former one shared is a colleague's now, since only that member's devices
 * may write it. What never reached the server is kept to oneself.
 */
async function partFromFormerSelf(door: Door, teamId: string): Promise<void> {
  const me = await whoAmI(door.db);
  const rows = await rowsOfTeam(door.db, teamId).toArray();
  for (const row of rows.filter(({ mine }) => mine === 1)) {
    const isUnsent = await door.db.outbox.get([row.team, row.id]);
    if (!isUnsent || row.body === null || row.kind === 'profile') {
      await door.db.outbox.delete([row.team, row.id]);
      await door.put(toRow(row, teamId, false));
      continue;
    }
    await door.drop([row.team, row.id]);
    await door.put(toPrivateRow(row, me.author));
  }
}

/** Notes how the last exchange with a team went. */
export async function noteTeam(
  store: Store,
  teamId: string,
  change: { syncedAt?: number; problem?: TeamRow['problem']; misses?: number; retryAt?: number },
): Promise<void> {
  await store.relaxed.teams
    .where('id')
    .equals(teamId)
    .modify((team) => {
      if (change.syncedAt !== undefined) team.syncedAt = change.syncedAt;
      if (change.problem) team.problem = change.problem;
      else delete team.problem;
      team.misses = change.misses ?? 0;
      team.retryAt = change.retryAt ?? 0;
    });
}

/** Notes that the server lets a member do more or less than before. What was refused for that reason alone is sent again. */
export async function noteRole(store: Store, teamId: string, role: TeamRow['member']['role']): Promise<Result<null>> {
  return commit(store.strict, async (door) => {
    const team = await door.db.teams.get(teamId);
    if (!team) return fail('no-team');
    await door.db.teams.put({ ...team, member: { ...team.member, role } });
    if (role === 'reader') return ok(null);
    const rows = await rowsOfTeam(door.db, teamId).toArray();
    for (const { refused, ...row } of rows) {
      if (refused?.code === 'not-allowed') await door.put(row, { notBefore: row.removeAt ?? 0 });
    }
    return ok(null);
  });
}

/** Notes that the server is about to be asked to let this device leave. */
export async function noteLeaving(
  store: Store,
  teamId: string,
  leaving: NonNullable<TeamRow['leaving']>,
): Promise<Result<null>> {
  return commit(store.strict, async ({ db }) => {
    const known = await db.teams.update(teamId, { leaving });
    return known === 0 ? fail('no-team') : ok(null);
  });
}

/** Forgets a team on this device: what others shared goes, what one wrote oneself stays as private records. */
export async function forgetTeam(store: Store, teamId: string): Promise<Result<null>> {
  return commit(store.strict, async (door) => {
    if (!(await door.db.teams.get(teamId))) return fail('no-team');
    await clearRecords(door, teamId);
    await door.db.teams.delete(teamId);
    return ok(null);
  });
}

/**
 * One was removed from a team, or this device's token was revoked: the same as {@link forgetTeam}, but the team is still
 * named, with the reason, so that a person learns why it is empty and may join again.
 */
export async function partFrom(store: Store, teamId: string, problem: Failure): Promise<Result<null>> {
  return commit(store.strict, async (door) => {
    const team = await door.db.teams.get(teamId);
    if (!team) return fail('no-team');
    await clearRecords(door, teamId);
    await door.db.teams.put({ ...team, cursor: '', epoch: '', problem });
    return ok(null);
  });
}

async function clearRecords(door: Door, teamId: string): Promise<void> {
  const rows = await rowsOfTeam(door.db, teamId).toArray();
  const me = await whoAmI(door.db);
  const isOwnWork = (row: RecordRow) =>
    row.mine === 1 && row.body !== null && row.kind !== 'profile' && row.removeAt === undefined;
  await door.dropAll(rows.map(({ team, id }): RecordKey => [team, id]));
  const own = rows.filter(isOwnWork);
  const kept = await door.getAll(own.map(({ id }): RecordKey => [PRIVATE, id]));
  // What was written to oneself later than it was shared stays as it is.
  const older = own.filter((row, i) => !kept[i] || compareVersions(kept[i], row) <= 0);
  await door.putAll(older.map((row) => toPrivateRow(row, me.author)));
}
