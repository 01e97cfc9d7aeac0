import type { StoredRecord } from '../domain/record.ts';
import { isSameVersion } from '../domain/same-version.ts';
import type { Version } from '../domain/version.ts';
import { ok, type Result } from '../kit/result.ts';
import { commit } from './commit.ts';
import type { Store } from './db.ts';
import { bury, keepLost } from './lost.ts';
import { rowsAt } from './record-at.ts';
import { toRecord } from './row.ts';
import type { OutboxRow } from './rows.ts';

/** A record that is to be sent, in the version its row names. */
export interface Outgoing {
  row: OutboxRow;
  record: StoredRecord;
}

/** What waits to be pushed to a team now, oldest first is not promised; at most `limit` rows. */
export const waiting = (store: Store, teamId: string, now: number, limit: number): Promise<OutboxRow[]> =>
  store.strict.outbox
    .where('team')
    .equals(teamId)
    .filter((row) => row.notBefore <= now)
    .limit(limit)
    .toArray();

/** The records of these rows; what is no more is left out. */
export async function recordsOf(store: Store, rows: OutboxRow[]): Promise<Outgoing[]> {
  const records = await rowsAt(
    store.strict,
    rows.map((row): [string, string] => [row.team, row.id]),
  );
  return rows.flatMap((row, i) => {
    const record = records[i];
    return record ? [{ row, record: toRecord(record) }] : [];
  });
}

/** What was sent, and what came of it: taken, overtaken by a later version of another device's, or `gone` for good. */
export interface Settled {
  id: string;
  version: Version;
  fate: 'taken' | 'overtaken' | 'gone';
}

/**
 * The server has the version sent, or a later one: the outbox row goes, if it still names the version that was sent. What
 * lost is kept for a while; what is gone for good is gone here too, whatever was written since.
 */
export async function settle(store: Store, teamId: string, sent: Settled[]): Promise<Result<null>> {
  return commit(store.strict, async (door) => {
    const rows = await door.db.outbox.bulkGet(sent.map(({ id }): [string, string] => [teamId, id]));
    const settled = sent.filter(({ version }, i) => rows[i] && isSameVersion(rows[i].version, version));
    await door.db.outbox.bulkDelete(settled.map(({ id }): [string, string] => [teamId, id]));
    for (const { id, version, fate } of sent) {
      if (fate === 'taken') continue;
      const record = await door.get([teamId, id]);
      if (record && (fate === 'gone' || isSameVersion(record.version, version))) await keepLost(door, record);
      if (fate === 'gone') await bury(door, teamId, id);
    }
    return ok(null);
  });
}

/** The server will not take this version: it leaves the outbox, and the lesson says why. */
export async function refuse(
  store: Store,
  teamId: string,
  sent: { id: string; version: Version },
  code: string,
): Promise<Result<null>> {
  return commit(store.strict, async (door) => {
    const row = await door.db.outbox.get([teamId, sent.id]);
    if (!row || !isSameVersion(row.version, sent.version)) return ok(null);
    await door.db.outbox.delete([teamId, sent.id]);
    const record = await door.get([teamId, sent.id]);
    if (record) await door.put({ ...record, refused: { code } });
    // Known from here on, so that it is noticed when the role is given back.
    const team = code === 'not-allowed' ? await door.db.teams.get(teamId) : undefined;
    if (team) await door.db.teams.put({ ...team, member: { ...team.member, role: 'reader' } });
    return ok(null);
  });
}
