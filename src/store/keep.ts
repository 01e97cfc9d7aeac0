import { type BodyOf, type KindName, kinds } from '../domain/kinds/index.ts';
import { bodySize, PRIVATE_BODY_MAX, SHARED_BODY_MAX } from '../domain/limits.ts';
import { readRecord } from '../domain/record.ts';
import { compareVersions, hashBody, nextVersion } from '../domain/version.ts';
import type { Clock } from '../kit/clock.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { commit, type Door } from './commit.ts';
import type { Store } from './db.ts';
import { whoAmI } from './me.ts';
import { carryOver, ownNow } from './own-body.ts';
import { keepQuickly } from './quick-keep.ts';
import { rowAt, rowsAt } from './record-at.ts';
import { asJson, toRow } from './row.ts';
import { type Me, PRIVATE, type RecordKey, type RecordRow } from './rows.ts';

/**
 * Keeps a new record to oneself. The same id again is harmless: what stands is left alone, so a page layer may try
 * until it is told. Fails with `too-large` or `disk-full`.
 */
export async function keep<K extends KindName>(
  store: Store,
  what: { id: string; kind: K; body: BodyOf<K> },
  clock: Clock,
): Promise<Result<RecordRow>> {
  if (bodySize(what.body) > PRIVATE_BODY_MAX) return fail('too-large');
  const body = asJson(what.body);
  const hash = await hashBody(body);
  const make = ({ author, device }: Me): RecordRow => {
    const version = nextVersion(undefined, device, hash, clock);
    const record = { id: what.id, kind: what.kind, author, schema: kinds[what.kind].version, version, body };
    return toRow(record, PRIVATE, true);
  };
  const kept = await keepQuickly(store.strict, what.id, make).catch(goTheUsualWay);
  if (kept) return ok(kept);
  return commit(store.strict, async (door) => {
    const own = door.get([PRIVATE, what.id]);
    const [me, ...standing] = await Promise.all([whoAmI(door.db), own, sharedUnder(door, what.id)]);
    const before = standing.find((one) => one !== undefined);
    if (before) return ok(before);
    const row = make(me);
    // Nothing stands there, as was just read.
    await door.putAll([row], [undefined]);
    return ok(row);
  });
}

/** Once in a life of the worker is enough to be seen. */
let isReported = false;

/** Where the quick way fails nothing was written. What the database refuses is met again on the usual way, and said; what broke in our own code is reported. */
function goTheUsualWay(error: unknown): null {
  const isBroken = error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;
  if (isBroken && !isReported) {
    isReported = true;
    reportError(error);
  }
  return null;
}

async function sharedUnder({ db }: Door, id: string): Promise<RecordRow | undefined> {
  const teams = await db.teams.toCollection().primaryKeys();
  if (teams.length === 0) return undefined;
  const rows = await rowsAt(
    db,
    teams.map((team): RecordKey => [team, id]),
  );
  return rows.find((one) => one !== undefined);
}

/**
 * Changes the body of a record of one's own; a shared one goes to the team again. `change` is given the body in its
 * kind's present shape and may run more than once, when another context wrote in between. Fails with `gone`, `not-yours`,
 * `too-new` (a later version of the extension wrote it), `too-large`, `disk-full`.
 */
export async function edit(
  store: Store,
  key: RecordKey,
  change: (body: NonNullable<RecordRow['body']>) => object,
  clock: Clock,
): Promise<Result<RecordRow>> {
  for (;;) {
    const row = await rowAt(store.strict, key);
    if (!row?.body || row.removeAt !== undefined) return fail('gone');
    if (!row.mine) return fail('not-yours');
    const read = readRecord(row);
    if (!read.ok) return read;
    const body = asJson(change(asJson(read.value.body)));
    if (row.team === PRIVATE && bodySize(body) > PRIVATE_BODY_MAX) return fail('too-large');
    if (row.team !== PRIVATE && bodySize(body) > SHARED_BODY_MAX) return fail('too-large-to-share');
    const hash = await hashBody(body);
    const result = await commit(store.strict, async (door) => {
      const standing = await door.get(key);
      if (!standing || compareVersions(standing, row) !== 0) return fail('changed-meanwhile');
      const { device } = await whoAmI(door.db);
      const version = nextVersion(row.version, device, hash, clock);
      const next = toRow({ ...row, schema: kinds[read.value.kind].version, version, body }, row.team, true);
      const whole = ownNow(standing);
      const own = whole && carryOver(whole, asJson(read.value.body), body);
      await door.put(own ? { ...next, own } : next, row.team === PRIVATE ? undefined : { notBefore: 0 });
      return ok(next);
    });
    if (result.ok || result.failure.code !== 'changed-meanwhile') return result;
  }
}
