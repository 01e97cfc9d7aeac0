import { nextVersion } from '../domain/version.ts';
import type { Clock } from '../kit/clock.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { commit, type Door } from './commit.ts';
import type { Db, Store } from './db.ts';
import { whoAmI } from './me.ts';
import { toRow } from './row.ts';
import { PRIVATE, type RecordKey, type RecordRow } from './rows.ts';

/**
 * Hides records of one's own at once and makes their deletion final after `undoMs`. What of them still waits to be pushed
 * waits with them. Others' records are left as they are. Gives the keys that were hidden.
 */
export async function remove(
  store: Store,
  keys: RecordKey[],
  undoMs: number,
  clock: Clock,
): Promise<Result<RecordKey[]>> {
  return hide(store, keys, clock() + undoMs, (row) => row.mine === 1 && row.body !== null);
}

/** Puts the end of the undo off for what is still hidden. What was brought back meanwhile, as by a file, stays. Gives the keys of the others. */
export async function putOff(
  store: Store,
  keys: RecordKey[],
  undoMs: number,
  clock: Clock,
): Promise<Result<RecordKey[]>> {
  return hide(store, keys, clock() + undoMs, (row) => row.removeAt !== undefined);
}

function hide(
  store: Store,
  keys: RecordKey[],
  removeAt: number,
  isMeant: (row: RecordRow) => boolean,
): Promise<Result<RecordKey[]>> {
  return commit(store.strict, async (door) => {
    const rows = (await readAll(door, keys)).filter(isMeant);
    await door.putAll(rows.map((row) => ({ ...row, removeAt })));
    await holdBack(door, rows, removeAt);
    return ok(rows.map(keyOf));
  });
}

/** Undoes {@link remove} while it is not final. Fails with `gone` when none of them is there any more. */
export async function restore(store: Store, keys: RecordKey[]): Promise<Result<RecordKey[]>> {
  return commit(store.strict, async (door) => {
    const rows = (await readAll(door, keys)).filter((row) => row.removeAt !== undefined);
    await door.putAll(rows.map(({ removeAt: _, ...rest }) => rest));
    await holdBack(door, rows, 0);
    return rows.length > 0 ? ok(rows.map(keyOf)) : fail('gone');
  });
}

const keyOf = ({ team, id }: RecordRow): RecordKey => [team, id];

/** The rows of these keys that there are, each once. */
async function readAll(door: Door, keys: RecordKey[]): Promise<RecordRow[]> {
  const rows = await door.getAll(keys);
  return [...new Map(rows.flatMap((row) => (row ? [[`${row.team}/${row.id}`, row]] : []))).values()];
}

/** What of shared rows waits to be pushed waits until then. */
async function holdBack({ db }: Door, rows: RecordRow[], notBefore: number): Promise<void> {
  const shared = rows.filter(({ team }) => team !== PRIVATE).map(keyOf);
  if (shared.length > 0) await db.outbox.where('[team+id]').anyOf(shared).modify({ notBefore });
}

/** Makes deletions final whose undo has passed (all of `keys` at once, where given): private rows go, shared ones become tombstones to push. */
export async function finishRemovals(store: Store, clock: Clock, keys?: RecordKey[]): Promise<Result<number>> {
  return commit(store.strict, async (door) => {
    const due = keys
      ? (await readAll(door, keys)).filter((row) => row.removeAt !== undefined)
      : await door.db.records.where('removeAt').belowOrEqual(clock()).toArray();
    const { device } = await whoAmI(door.db);
    const isPrivate = (row: RecordRow) => row.team === PRIVATE;
    await door.dropAll(due.filter(isPrivate).map(keyOf));
    for (const row of due.filter((one) => !isPrivate(one))) {
      const version = nextVersion(row.version, device, '', clock);
      await door.put(toRow({ ...row, version, deleted: true, body: null }, row.team, true), { notBefore: 0 });
    }
    return ok(due.length);
  });
}

/** What of a team is hidden, and could still be brought back. */
export async function hiddenIn(db: Db, team: string): Promise<RecordKey[]> {
  const hidden = await db.records.orderBy('removeAt').toArray();
  return hidden.filter((row) => row.team === team).map(keyOf);
}

/** When the next hidden record's undo has passed, in ms since 1970; null when none waits. */
export async function nextRemoval(db: Db): Promise<number | null> {
  const next = await db.records.orderBy('removeAt').first();
  return next?.removeAt ?? null;
}
