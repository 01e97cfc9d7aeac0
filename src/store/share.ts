import type { JsonObject } from '../domain/json.ts';
import { bodySize, SHARED_BODY_MAX } from '../domain/limits.ts';
import { compareVersions, hashBody, nextVersion } from '../domain/version.ts';
import type { Clock } from '../kit/clock.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { commit } from './commit.ts';
import type { Store } from './db.ts';
import { whoAmI } from './me.ts';
import { toRow } from './row.ts';
import { PRIVATE, type RecordKey, type RecordRow } from './rows.ts';

/**
 * Sharing moves the row from (PRIVATE, id) to (team, id) with a later version, and puts it into the outbox. `body` is
 * exactly what colleagues will get, as the person saw it. Fails with `gone`, `not-yours`, `no-team`, `too-large`, `disk-full`.
 */
export async function share(
  store: Store,
  id: string,
  team: string,
  body: JsonObject,
  clock: Clock,
): Promise<Result<RecordRow>> {
  if (bodySize(body) > SHARED_BODY_MAX) return fail('too-large-to-share');
  const [{ device }, hash] = await Promise.all([whoAmI(store.strict), hashBody(body)]);
  return commit(store.strict, async (door) => {
    const own = await door.get([PRIVATE, id]);
    const membership = await door.db.teams.get(team);
    if (!membership) return fail('no-team');
    if (!own?.body) return fail('gone');
    const earlier = await door.get([team, id]);
    if (earlier?.deleted) return fail('gone');
    const previous = earlier && compareVersions(earlier, own) > 0 ? earlier.version : own.version;
    const version = nextVersion(previous, device, hash, clock);
    const { refused: _r, removeAt: _x, ...rest } = own;
    const row = toRow({ ...rest, author: membership.member.id, version, body }, team, true);
    await door.drop([PRIVATE, id]);
    await door.put(row, { notBefore: 0 });
    return ok(row);
  });
}

/**
 * Takes a shared record back: the team gets a later version with an empty body, one's own copy goes on as a private
 * record. Fails with `gone`, `not-yours`, `disk-full`.
 */
export async function unshare(store: Store, key: RecordKey, clock: Clock): Promise<Result<RecordRow>> {
  const me = await whoAmI(store.strict);
  return commit(store.strict, async (door) => {
    const row = await door.get(key);
    if (!row?.body) return fail('gone');
    if (!row.mine) return fail('not-yours');
    const { refused: _r, removeAt: _x, ...rest } = row;
    const emptied = nextVersion(row.version, me.device, '', clock);
    await door.put(toRow({ ...rest, version: emptied, body: null }, row.team, true), { notBefore: 0 });
    const own = toRow({ ...rest, author: me.author }, PRIVATE, true);
    await door.put(own);
    return ok(own);
  });
}
