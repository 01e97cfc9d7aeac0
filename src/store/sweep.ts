import { ok, type Result } from '../kit/result.ts';
import { commit, type Door } from './commit.ts';
import type { Db, Store } from './db.ts';
import { bury } from './lost.ts';
import { rowsOfTeam } from './record-at.ts';
import type { RecordKey, RecordRow } from './rows.ts';

/** Ids of what is held of a team, in their order, after one; deletions of one's own are not asked about. */
export async function heldIds(db: Db, teamId: string, after: string, limit: number): Promise<string[]> {
  const rows = await rowsOfTeam(db, teamId, after)
    .filter((row) => !(row.deleted && row.mine))
    .limit(limit)
    .toArray();
  return rows.map(({ id }) => id);
}

/**
 * Obeys what the server says of records that are held here. `gone`: they go. `unknown`: one's own is sent again, what a
 * colleague wrote stays and is marked "only here". Doing it again changes nothing. Fails with `disk-full`.
 */
export async function obeyFates(
  store: Store,
  teamId: string,
  { gone, unknown }: { gone: string[]; unknown: string[] },
): Promise<Result<null>> {
  return commit(store.strict, async (door) => {
    for (const id of gone) await bury(door, teamId, id);
    const keys = unknown.map((id): RecordKey => [teamId, id]);
    for (const row of await door.getAll(keys)) if (row) await keepUnknown(door, row);
    return ok(null);
  });
}

async function keepUnknown(door: Door, { refused, ...row }: RecordRow): Promise<void> {
  const key: RecordKey = [row.team, row.id];
  if (row.mine) {
    const isWaiting = (await door.db.outbox.get(key)) !== undefined;
    if (!isWaiting && !refused) await door.put(row, { notBefore: row.removeAt ?? 0 });
  } else if (row.body === null) await door.drop(key);
  else if (row.onlyHere !== 'record') await door.put({ ...row, onlyHere: 'record' });
}

/** Notes that what is held was compared when the feed stood at `seq`, or that this is still to be done. */
export async function noteSwept(store: Store, teamId: string, seq: number | 'due'): Promise<Result<null>> {
  return commit(store.relaxed, async (door) => {
    await door.db.teams
      .where('id')
      .equals(teamId)
      .modify((team) => {
        if (seq === 'due') team.isSweepDue = true;
        else {
          team.swept = seq;
          delete team.isSweepDue;
        }
      });
    return ok(null);
  });
}
