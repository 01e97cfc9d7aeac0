import { compareVersions, hashBody, nextVersion, type Stamped } from '../domain/version.ts';
import type { Clock } from '../kit/clock.ts';
import { createId } from '../kit/id.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { commit, type Door } from './commit.ts';
import type { Db, Store } from './db.ts';
import { whoAmI } from './me.ts';
import { rowsAt } from './record-at.ts';
import { toRow } from './row.ts';
import { type LostRow, PRIVATE, type RecordKey, type RecordRow } from './rows.ts';

const KEPT_MS = 30 * 24 * 3_600_000;

/**
 * Keeps a version of one's own that another takes the place of, where this device wrote it and the other was not made on
 * top of it as far as can be told. Without `winner` the server has said that it lost. `until` is set by {@link tendLost}.
 */
export async function keepLost(door: Door, row: RecordRow, winner?: Stamped): Promise<void> {
  if (!row.body || row.kind === 'profile' || (winner && !(await hasLost(door, row, winner)))) return;
  const { id, kind, schema, version, body, own } = row;
  const known = await door.db.lost.where('id').equals(id).toArray();
  if (known.some((one) => one.version.hash === version.hash)) return;
  await door.db.lost.add({ id, kind, schema, version, body, ...(own ? { own } : {}), until: 0 });
}

async function hasLost(door: Door, row: RecordRow, winner: Stamped): Promise<boolean> {
  if (row.version.hash === winner.version.hash) return false;
  const isUnsent = row.team !== PRIVATE && (await door.db.outbox.get([row.team, row.id])) !== undefined;
  // Who deletes or takes back means the whole of it; only what they cannot have seen has lost.
  if (winner.deleted || winner.version.hash === '') return isUnsent;
  const { device } = await whoAmI(door.db);
  if (row.version.device !== device) return isUnsent;
  return isUnsent || winner.version.device !== device || winner.version.n <= row.version.n;
}

/** Whether one's own copy was written on since it is beside what a team has: no other device knows of that then. */
export const isUnseen = (kept: RecordRow, standing: RecordRow): boolean =>
  standing.body === null ? kept.version.n >= standing.version.n : compareVersions(kept, standing) > 0;

/**
 * A record that is gone for good goes here as well, wherever it stands; what of it was never sent is kept as lost. Of
 * one's own the deletion stays: should the server forget it with an old backup, it is sent again.
 */
export async function bury(door: Door, teamId: string, id: string): Promise<void> {
  const row = await door.get([teamId, id]);
  if (!row?.mine) return door.drop([teamId, id]);
  const isUnsent = (await door.db.outbox.get([teamId, id])) !== undefined;
  if (isUnsent) await keepLost(door, row);
  const kept = await door.get([PRIVATE, id]);
  if (kept && isUnseen(kept, row)) await keepLost(door, kept);
  await door.dropAll([
    [teamId, id],
    [PRIVATE, id],
  ]);
  const version = row.deleted ? row.version : { ...row.version, n: row.version.n + 1, hash: '' };
  await door.put(toRow({ ...row, version, deleted: true, body: null }, teamId, true));
}

/** Versions of a record that lost, the latest first. */
export async function lostOf(db: Db, id: string): Promise<LostRow[]> {
  const rows = await db.lost.where('id').equals(id).toArray();
  return rows.sort((a, b) => compareVersions(b, a));
}

/** What a person would know a lost version by; '' for one without words of its own, such as a thanks. */
export function lostWords({ body, own = body }: LostRow): string {
  const { note, text, title, quote } = own;
  return String(note || text || title || quote || '');
}

/** What lost and says something, and whose record is gone from here, so that no card could show it; the last to go first. */
export async function lostAlone(db: Db): Promise<LostRow[]> {
  const [all, teams] = await Promise.all([db.lost.toArray(), db.teams.toCollection().primaryKeys()]);
  const places = [PRIVATE, ...teams];
  const standing = await rowsAt(
    db,
    all.flatMap(({ id }) => places.map((team): RecordKey => [team, id])),
  );
  const seen = new Set(standing.flatMap((row) => (row?.body && row.removeAt === undefined ? [row.id] : [])));
  return all.filter((row) => !seen.has(row.id) && lostWords(row) !== '').sort((a, b) => (b.n ?? 0) - (a.n ?? 0));
}

/** Keeps what lost as a new record of one's own, to oneself. Fails with `gone` or `disk-full`. */
export async function keepLostAnew(store: Store, n: number, clock: Clock): Promise<Result<RecordRow>> {
  const lost = await store.strict.lost.get(n);
  if (!lost) return fail('gone');
  const { kind, schema, own: whole = lost.body } = lost;
  const hash = await hashBody(whole);
  return commit(store.strict, async (door) => {
    if (!(await door.db.lost.get(n))) return fail('gone');
    const { author, device } = await whoAmI(door.db);
    const version = nextVersion(undefined, device, hash, clock);
    const row = toRow({ id: createId(), kind, author, schema, version, body: whole }, PRIVATE, true);
    await door.put(row);
    await door.db.lost.delete(n);
    return ok(row);
  });
}

/** Lets one go before its time. */
export const forgetLost = (store: Store, n: number): Promise<void> => store.strict.lost.delete(n);

/** Gives each lost version its thirty days, and lets those go whose days are over. */
export async function tendLost(store: Store, clock: Clock): Promise<Result<null>> {
  return commit(store.relaxed, async (door) => {
    await door.db.lost
      .where('until')
      .equals(0)
      .modify({ until: clock() + KEPT_MS });
    await door.db.lost.where('until').below(clock()).delete();
    return ok(null);
  });
}
