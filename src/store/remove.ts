import { nextVersion } from '../domain/version.ts';
import type { Clock } from '../kit/clock.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { commit } from './commit.ts';
import type { Db, Store } from './db.ts';
import { whoAmI } from './me.ts';
import { toRow } from './row.ts';
import { PRIVATE, type RecordKey } from './rows.ts';

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
  return commit(store.strict, async (door) => {
    const hidden: RecordKey[] = [];
    for (const key of keys) {
      const row = await door.get(key);
      if (!row?.mine || row.body === null) continue;
      const removeAt = clock() + undoMs;
      await door.put({ ...row, removeAt });
      await door.db.outbox.update(key, { notBefore: removeAt });
      hidden.push(key);
    }
    return ok(hidden);
  });
}

/** Undoes {@link remove} while it is not final. Fails with `gone` when none of them is there any more. */
export async function restore(store: Store, keys: RecordKey[]): Promise<Result<RecordKey[]>> {
  return commit(store.strict, async (door) => {
    const restored: RecordKey[] = [];
    for (const key of keys) {
      const row = await door.get(key);
      if (row?.removeAt === undefined) continue;
      const { removeAt: _, ...rest } = row;
      await door.put(rest);
      await door.db.outbox.update(key, { notBefore: 0 });
      restored.push(key);
    }
    return restored.length > 0 ? ok(restored) : fail('gone');
  });
}

/** Makes deletions final whose undo has passed (all of `keys` at once, where given): private rows go, shared ones become tombstones to push. */
export async function finishRemovals(store: Store, clock: Clock, keys?: RecordKey[]): Promise<Result<number>> {
  return commit(store.strict, async (door) => {
    const due = keys
      ? (await door.db.records.bulkGet(keys)).filter((row) => row?.removeAt !== undefined)
      : await door.db.records.where('removeAt').belowOrEqual(clock()).toArray();
    const { device } = await whoAmI(door.db);
    for (const row of due) {
      if (!row) continue;
      if (row.team === PRIVATE) await door.drop([row.team, row.id]);
      else {
        const version = nextVersion(row.version, device, '', clock);
        await door.put(toRow({ ...row, version, deleted: true, body: null }, row.team, true), { notBefore: 0 });
      }
    }
    return ok(due.length);
  });
}

/** When the next hidden record's undo has passed, in ms since 1970; null when none waits. */
export async function nextRemoval(db: Db): Promise<number | null> {
  const next = await db.records.orderBy('removeAt').first();
  return next?.removeAt ?? null;
}
