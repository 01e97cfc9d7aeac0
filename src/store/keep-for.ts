import type { JsonObject } from '../domain/json.ts';
import { type BodyOf, type KindName, kinds } from '../domain/kinds/index.ts';
import { bodySize, SHARED_BODY_MAX } from '../domain/limits.ts';
import { hashBody, nextVersion } from '../domain/version.ts';
import type { Clock } from '../kit/clock.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { commit } from './commit.ts';
import type { Store } from './db.ts';
import { whoAmI } from './me.ts';
import { toRow } from './row.ts';
import type { RecordRow } from './rows.ts';

/**
 * Keeps a new record and shares it with a team in one step, for what is written to a team: an answer, a sign. Nobody sees
 * it half done. Fails with `no-team`, `not-allowed`, `too-large-to-share` or `disk-full`.
 */
export async function keepFor<K extends KindName>(
  store: Store,
  what: { id: string; kind: K; body: BodyOf<K> },
  team: string,
  clock: Clock,
): Promise<Result<RecordRow>> {
  const body = what.body as unknown as JsonObject;
  if (bodySize(body) > SHARED_BODY_MAX) return fail('too-large-to-share');
  const hash = await hashBody(body);
  return commit(store.strict, async (door) => {
    const membership = await door.db.teams.get(team);
    if (!membership) return fail('no-team');
    if (membership.problem?.code === 'ended') return { ok: false, failure: membership.problem };
    if (membership.member.role === 'reader') return fail('not-allowed');
    const { device } = await whoAmI(door.db);
    const version = nextVersion(undefined, device, hash, clock);
    const { id, kind } = what;
    const record = { id, kind, author: membership.member.id, schema: kinds[kind].version, version, body };
    const row = toRow(record, team, true);
    await door.put(row, { notBefore: 0 });
    return ok(row);
  });
}
