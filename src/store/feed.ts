import type { StoredRecord } from '../domain/record.ts';
import { isSameVersion } from '../domain/same-version.ts';
import { compareVersions } from '../domain/version.ts';
import { createPacer } from '../kit/pause.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { commit, type Door } from './commit.ts';
import type { Store } from './db.ts';
import { highestOfRecords } from './highest-number.ts';
import { isUnseen, keepLost } from './lost.ts';
import { whoAmI } from './me.ts';
import { carryOver } from './own-body.ts';
import { makeReady, type Ready } from './ready.ts';
import { rowsOfTeam } from './record-at.ts';
import { toPrivateRow, toRow } from './row.ts';
import { PRIVATE, type RecordKey, type RecordRow, type TeamRow } from './rows.ts';

/** What can be made of records before the transaction that takes them in. */
interface Coming {
  /** The rows that others' records become. */
  rows: Map<StoredRecord, RecordRow>;
  ready: Ready | null;
}

/** Makes ready what {@link takeIn} writes: most of the work, while another transaction is under way. */
export async function makeComing(records: StoredRecord[], teamId: string): Promise<Coming> {
  const rows = await toRows(records, teamId);
  return { rows, ready: await makeReady([...rows.values()]) };
}

/**
 * Takes in a page of a team's feed and moves the cursor on, in one transaction; a page that is taken in twice or late
 * changes nothing. Without `cursor` (a glimpse of the newest) the cursor stays. What was seen in such a glimpse is written
 * once more as it comes in its order: of equals search shows first what was written last. Fails with `epoch-changed` where the page
 * is of another server than the one that was pushed to: see {@link startOver}.
 */
export async function takeIn(
  store: Store,
  teamId: string,
  records: StoredRecord[],
  cursor?: string,
  coming?: Coming,
): Promise<Result<number>> {
  const { rows, ready } = coming ?? (await makeComing(records, teamId));
  const work = async (door: Door): Promise<Result<number>> => {
    const team = await door.db.teams.get(teamId);
    if (!team) return fail('no-team');
    const [epoch = '', seq = ''] = cursor?.split('.') ?? [];
    if (cursor !== undefined && team.epoch !== '' && team.epoch !== epoch) return fail('epoch-changed');
    const me = await whoAmI(door.db);
    let taken = 0;
    const [own, others] = [records.filter(isOwn(team)), records.filter((record) => !isOwn(team)(record))];
    for (const record of own) if (await takeInOne(door, team, record, me.author)) taken++;
    taken += await takeInOthers(door, team, others, rows);
    if (cursor === undefined) await door.db.teams.update(teamId, { glimpsed: await highestOfRecords(door.db) });
    const isOn = Number(seq) > Number(team.cursor.split('.')[1] ?? -1);
    if (cursor !== undefined && isOn) await door.db.teams.update(teamId, { cursor, epoch });
    return ok(taken);
  };
  return commit(store.relaxed, work, ready);
}

async function toRows(records: StoredRecord[], team: string): Promise<Map<StoredRecord, RecordRow>> {
  const pace = createPacer();
  const rows = new Map<StoredRecord, RecordRow>();
  for (const record of records) {
    await pace();
    rows.set(record, toRow(record, team, false));
  }
  return rows;
}

const isGlimpsed = ({ glimpsed = 0 }: TeamRow, { number = 0 }: RecordRow): boolean => Math.abs(number) <= glimpsed;

const isOwn =
  ({ member }: TeamRow) =>
  ({ author }: StoredRecord): boolean =>
    author === member.id;

/** What others wrote, all at once: nothing of one's own hangs on it. Where a record comes twice, the later one stays. */
async function takeInOthers(
  door: Door,
  team: TeamRow,
  records: StoredRecord[],
  rows: Map<StoredRecord, RecordRow>,
): Promise<number> {
  const byId = new Map<string, StoredRecord>();
  for (const record of records) {
    const other = byId.get(record.id);
    if (!other || compareVersions(record, other) > 0) byId.set(record.id, record);
  }
  const latest = [...byId.values()];
  const standing = await door.getAll(latest.map(({ id }): RecordKey => [team.id, id]));
  const news = latest.flatMap((record, i): { row: RecordRow; before: RecordRow | undefined }[] => {
    const [row, before] = [rows.get(record), standing[i]];
    const order = before ? compareVersions(record, before) : 1;
    return row && (order > 0 || (order === 0 && before && isGlimpsed(team, before))) ? [{ row, before }] : [];
  });
  await door.putAll(
    news.map(({ row }) => row),
    news.map(({ before }) => before),
  );
  await markOnlyHere(door, team, latest, standing);
  return news.filter(({ row, before }) => !before || compareVersions(row, before) > 0).length;
}

/** A version that only this device has is marked where a restored server gives an older one, until its author brings it back. */
async function markOnlyHere(door: Door, team: TeamRow, records: StoredRecord[], standing: (RecordRow | undefined)[]) {
  const changed = records.flatMap((record, i) => {
    const { onlyHere, ...row } = standing[i] ?? { onlyHere: undefined };
    if (!('id' in row)) return [];
    const order = compareVersions(record, row);
    if (order === 0 && onlyHere) return [row];
    const isAhead = order < 0 && onlyHere !== 'version' && (team.isRestored || onlyHere);
    return isAhead ? [{ ...row, onlyHere: 'version' as const }] : [];
  });
  await door.putAll(changed);
}

async function takeInOne(door: Door, team: TeamRow, record: StoredRecord, localAuthor: string): Promise<boolean> {
  const key: [string, string] = [team.id, record.id];
  const standing = await door.get(key);
  if (standing && isGlimpsed(team, standing)) await door.put(standing);
  if (standing && compareVersions(record, standing) <= 0) return false;
  const kept = await door.get([PRIVATE, record.id]);
  await keepOwnCopy(door, record, standing, kept, localAuthor);
  if (standing) await keepLost(door, standing, record);
  // A later version from another of my devices has overtaken what waited here.
  await door.db.outbox.delete(key);
  const row = withOwn(toRow(record, team.id, true), standing, kept);
  // What a person deleted here stays hidden, and its deletion is still to come, although another device wrote it.
  const isLeaving = standing?.removeAt !== undefined && row.body !== null;
  await door.put(isLeaving ? { ...row, removeAt: standing.removeAt } : row);
  return true;
}

/** What was hidden from colleagues when it was shared here stays here when another of my devices writes it. */
function withOwn(row: RecordRow, standing: RecordRow | undefined, kept: RecordRow | undefined): RecordRow {
  // The same version kept to oneself meanwhile, as after leaving the team: whole, as it was kept.
  const isSame = kept?.body && row.body && isSameVersion(kept.version, row.version);
  if (isSame && kept.body && JSON.stringify(kept.body) !== JSON.stringify(row.body)) return { ...row, own: kept.body };
  if (!standing?.own || !standing.body || !row.body) return row;
  return { ...row, own: carryOver(standing.own, standing.body, row.body) };
}

/**
 * Unsharing on one of my devices leaves my own copy on each; sharing again and deleting take it back in. What was written
 * to oneself later than what is shared stays beside it, until it is shared as well.
 */
async function keepOwnCopy(
  door: Door,
  record: StoredRecord,
  standing: RecordRow | undefined,
  kept: RecordRow | undefined,
  localAuthor: string,
) {
  const isUnshared = record.body === null && !record.deleted;
  if (!isUnshared) {
    if (!kept || compareVersions(kept, record) > 0) return;
    const isLost = record.deleted && standing && isUnseen(kept, standing);
    await keepLost(door, kept, isLost ? undefined : record);
    return door.drop([PRIVATE, record.id]);
  }
  // The name by which one was known in the team is no work of one's own.
  if (!standing?.body || standing.kind === 'profile') return;
  const own = toPrivateRow(standing, localAuthor);
  await door.put(standing.removeAt === undefined ? own : { ...own, removeAt: standing.removeAt });
}

/**
 * The server was restored or replaced (`epoch` is its new one), or has forgotten how far back this device is: start over
 * from nothing, and push one's own records again, which is harmless for those it still has.
 */
export async function startOver(store: Store, teamId: string, epoch: string): Promise<Result<null>> {
  return commit(store.strict, async (door) => {
    const team = await door.db.teams.get(teamId);
    if (!team) return fail('no-team');
    const { swept: _, ...rest } = team;
    const proof = team.proof === 'again' ? 'again' : 'due';
    await door.db.teams.put({ ...rest, cursor: '', epoch, isSweepDue: true, isRestored: true, proof });
    await sendOwnAgain(door, teamId);
    return ok(null);
  });
}

/** Puts all of one's own in a team into the outbox. */
export async function sendOwnAgain(door: Door, teamId: string): Promise<void> {
  const own = await rowsOfTeam(door.db, teamId)
    .filter((row) => row.mine === 1)
    .toArray();
  for (const { refused: _, ...row } of own) await door.put(row, { notBefore: row.removeAt ?? 0 });
}
