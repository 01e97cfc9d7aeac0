import { createId } from '../kit/id.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { commit } from './commit.ts';
import type { Store } from './db.ts';
import { whoAmI } from './me.ts';
import { toRow } from './row.ts';
import { PRIVATE, type RecordKey, type RecordRow } from './rows.ts';

/**
 * Makes what a colleague wrote, and the team's server lost, a record of one's own, kept to oneself, with the same words. The
 * colleague's goes from here. Should its author come back, it comes back too. Fails with `gone`
 * where it stands here no more or is not only here.
 */
export async function adoptOnlyHere(store: Store, key: RecordKey): Promise<Result<RecordRow>> {
  return commit(store.strict, async (door) => {
    const row = await door.get(key);
    if (row?.onlyHere !== 'record' || !row.body) return fail('gone');
    const { author, device } = await whoAmI(door.db);
    const { kind, schema } = row;
    // The body stays as it is, and so does its hash.
    const version = { n: 1, time: row.version.time, device, hash: row.version.hash };
    const own = toRow({ id: createId(), kind, author, schema, version, body: row.body }, PRIVATE, true);
    await door.drop(key);
    await door.put(own);
    return ok(own);
  });
}
