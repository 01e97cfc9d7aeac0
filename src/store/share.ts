import type { JsonObject } from '../domain/json.ts';
import { kinds } from '../domain/kinds/index.ts';
import { bodySize, SHARED_BODY_MAX } from '../domain/limits.ts';
import { readRecord } from '../domain/record.ts';
import { compareVersions, hashBody, nextVersion } from '../domain/version.ts';
import type { Clock } from '../kit/clock.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { commit } from './commit.ts';
import type { Store } from './db.ts';
import { whoAmI } from './me.ts';
import { asJson, toPrivateRow, toRow } from './row.ts';
import { PRIVATE, type RecordKey, type RecordRow } from './rows.ts';

/**
 * Sharing moves the row from (PRIVATE, id) to (team, id) with a later version, and puts it into the outbox. `body` is
 * exactly what colleagues will get, as the person saw it; what it hides stays with the row. Fails with `gone`, `no-team`, `not-allowed` (a reader),
 * `too-large-to-share`, `disk-full`.
 */
export async function share(
  store: Store,
  id: string,
  team: string,
  body: JsonObject,
  clock: Clock,
): Promise<Result<RecordRow>> {
  if (bodySize(body) > SHARED_BODY_MAX) return fail('too-large-to-share');
  const hash = await hashBody(body);
  return commit(store.strict, async (door) => {
    const own = await door.get([PRIVATE, id]);
    const membership = await door.db.teams.get(team);
    if (!membership) return fail('no-team');
    if (membership.problem?.code === 'ended') return { ok: false, failure: membership.problem };
    if (membership.member.role === 'reader') return fail('not-allowed');
    if (!own?.body || own.removeAt !== undefined) return fail('gone');
    const read = readRecord(own);
    if (!read.ok) return read;
    const earlier = await door.get([team, id]);
    if (earlier?.deleted) return fail('gone');
    const previous = earlier && compareVersions(earlier, own) > 0 ? earlier.version : own.version;
    const { device } = await whoAmI(door.db);
    const version = nextVersion(previous, device, hash, clock);
    // What is shown before it is shared was read, and so upgraded: both bodies have the present shape of the kind.
    const schema = kinds[read.value.kind].version;
    const row = toRow({ ...own, schema, author: membership.member.id, version, body }, team, true);
    const whole = asJson(read.value.body);
    const place = await door.db.places.get([PRIVATE, id]);
    await door.drop([PRIVATE, id]);
    const isWhole = JSON.stringify(whole) === JSON.stringify(body);
    await door.put(isWhole ? row : { ...row, own: whole }, { notBefore: 0 });
    // Its passage stands where it stood; the panel keeps it there without looking at the page again.
    if (place) await door.db.places.put({ ...place, team });
    return ok(row);
  });
}

/**
 * Takes a shared record back: the team gets a later version with an empty body, one's own copy goes on as a private
 * record. Fails with `gone`, `not-yours`, `disk-full`.
 */
export async function unshare(store: Store, key: RecordKey, clock: Clock): Promise<Result<RecordRow>> {
  return commit(store.strict, async (door) => {
    const row = await door.get(key);
    if (!row?.body || row.removeAt !== undefined) return fail('gone');
    if (!row.mine) return fail('not-yours');
    const me = await whoAmI(door.db);
    const version = nextVersion(row.version, me.device, '', clock);
    await door.put(toRow({ ...row, version, body: null }, row.team, true), { notBefore: 0 });
    const own = toPrivateRow(row, me.author);
    await door.put(own);
    const place = await door.db.places.get(key);
    if (place) await door.db.places.put({ ...place, team: PRIVATE });
    return ok(own);
  });
}
