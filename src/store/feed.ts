import type { StoredRecord } from '../domain/record.ts';
import { compareVersions, isSameVersion, type Version } from '../domain/version.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { commit, type Door } from './commit.ts';
import type { Store } from './db.ts';
import { whoAmI } from './me.ts';
import { carryOver } from './own-body.ts';
import { toPrivateRow, toRecord, toRow } from './row.ts';
import { type OutboxRow, PRIVATE, type RecordRow, type TeamRow } from './rows.ts';

/**
 * Takes in a page of a team's feed and moves the cursor on, in one transaction; a page that is taken in twice or late
 * changes nothing. Without `cursor` (a glimpse of the newest) the cursor stays. Fails with `epoch-changed` where the page
 * is of another server than the one that was pushed to: see {@link startOver}.
 */
export async function takeIn(
  store: Store,
  teamId: string,
  records: StoredRecord[],
  cursor?: string,
): Promise<Result<number>> {
  return commit(store.relaxed, async (door) => {
    const team = await door.db.teams.get(teamId);
    if (!team) return fail('no-team');
    const [epoch = '', seq = ''] = cursor?.split('.') ?? [];
    if (cursor !== undefined && team.epoch !== '' && team.epoch !== epoch) return fail('epoch-changed');
    const me = await whoAmI(door.db);
    let taken = 0;
    const [own, others] = [records.filter(isOwn(team)), records.filter((record) => !isOwn(team)(record))];
    for (const record of own) if (await takeInOne(door, team, record, me.author)) taken++;
    taken += await takeInOthers(door, team, others);
    const isOn = Number(seq) > Number(team.cursor.split('.')[1] ?? -1);
    if (cursor !== undefined && isOn) await door.db.teams.update(teamId, { cursor, epoch });
    return ok(taken);
  });
}

const isOwn =
  ({ member }: TeamRow) =>
  ({ author }: StoredRecord): boolean =>
    author === member.id;

/** What others wrote, all at once: nothing of one's own hangs on it. Where a record comes twice, the later one stays. */
async function takeInOthers(door: Door, team: TeamRow, records: StoredRecord[]): Promise<number> {
  const byId = new Map<string, StoredRecord>();
  for (const record of records) {
    const other = byId.get(record.id);
    if (!other || compareVersions(record, other) > 0) byId.set(record.id, record);
  }
  const latest = [...byId.values()];
  const standing = await door.db.records.bulkGet(latest.map(({ id }): [string, string] => [team.id, id]));
  const news = latest.filter((record, i) => {
    const before = standing[i];
    return !before || compareVersions(record, before) > 0;
  });
  await door.putAll(news.map((record) => toRow(record, team.id, false)));
  return news.length;
}

async function takeInOne(door: Door, team: TeamRow, record: StoredRecord, localAuthor: string): Promise<boolean> {
  const key: [string, string] = [team.id, record.id];
  const standing = await door.get(key);
  if (standing && compareVersions(record, standing) <= 0) return false;
  const isMine = isOwn(team)(record);
  if (isMine) await keepOwnCopy(door, record, standing, localAuthor);
  // A later version from another of my devices has overtaken what waited here.
  await door.db.outbox.delete(key);
  const row = withOwn(toRow(record, team.id, isMine), standing);
  // What a person deleted here stays hidden, and its deletion is still to come, although another device wrote it.
  const isLeaving = isMine && standing?.removeAt !== undefined && row.body !== null;
  await door.put(isLeaving ? { ...row, removeAt: standing.removeAt } : row);
  return true;
}

/** What was hidden from colleagues when it was shared here stays here when another of my devices writes it. */
function withOwn(row: RecordRow, standing: RecordRow | undefined): RecordRow {
  if (!standing?.own || !standing.body || !row.body) return row;
  return { ...row, own: carryOver(standing.own, standing.body, row.body) };
}

/** Unsharing on one of my devices leaves my own copy on each; sharing again and deleting take it back in. */
async function keepOwnCopy(door: Door, record: StoredRecord, standing: RecordRow | undefined, localAuthor: string) {
  const isUnshared = record.body === null && !record.deleted;
  if (!isUnshared) return door.drop([PRIVATE, record.id]);
  if (!standing?.body) return;
  const own = toPrivateRow(standing, localAuthor);
  await door.put(standing.removeAt === undefined ? own : { ...own, removeAt: standing.removeAt });
}

/** What waits to be pushed to a team now, oldest first is not promised; at most `limit` rows, with their records. */
export async function outgoing(
  store: Store,
  teamId: string,
  now: number,
  limit: number,
): Promise<{ row: OutboxRow; record: StoredRecord }[]> {
  const rows = await store.strict.outbox
    .where('team')
    .equals(teamId)
    .filter((row) => row.notBefore <= now)
    .limit(limit)
    .toArray();
  const records = await store.strict.records.bulkGet(rows.map((row): [string, string] => [row.team, row.id]));
  return rows.flatMap((row, i) => {
    const record = records[i];
    return record ? [{ row, record: toRecord(record) }] : [];
  });
}

/** The server has the version sent, or a later one: the outbox row goes, if it still names the version that was sent. */
export async function settle(
  store: Store,
  teamId: string,
  sent: { id: string; version: Version }[],
): Promise<Result<null>> {
  return commit(store.strict, async (door) => {
    for (const { id, version } of sent) {
      const row = await door.db.outbox.get([teamId, id]);
      if (row && isSameVersion(row.version, version)) await door.db.outbox.delete([teamId, id]);
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
    return ok(null);
  });
}

/**
 * The server was restored or replaced (`epoch` is its new one), or has forgotten how far back this device is: start over
 * from nothing, and push one's own records again, which is harmless for those it still has.
 */
export async function startOver(store: Store, teamId: string, epoch: string): Promise<Result<null>> {
  return commit(store.strict, async (door) => {
    await door.db.teams.update(teamId, { cursor: '', epoch });
    await sendOwnAgain(door, teamId);
    return ok(null);
  });
}

/** Puts all of one's own in a team into the outbox. */
export async function sendOwnAgain(door: Door, teamId: string): Promise<void> {
  const own = await door.db.records
    .where('[team+id]')
    .between([teamId, ''], [teamId, '\uffff'])
    .filter((row) => row.mine === 1)
    .toArray();
  for (const { refused: _, ...row } of own) await door.put(row, { notBefore: row.removeAt ?? 0 });
}
