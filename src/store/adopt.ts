import type { StoredRecord } from '../domain/record.ts';
import { compareVersions } from '../domain/version.ts';
import { ok, type Result } from '../kit/result.ts';
import { commit } from './commit.ts';
import type { Db, Store } from './db.ts';
import { whoAmI } from './me.ts';
import { toRecord, toRow } from './row.ts';
import { PRIVATE, type RecordRow } from './rows.ts';

/** A record of one's own from outside this database; its author is whoever brings it. */
export type Adoptable = Omit<StoredRecord, 'author' | 'deleted'>;

/** `added`: not here yet. `newer`: here in an earlier version, which it replaces. `same`: here as it is, or later. */
export interface Adoption {
  added: number;
  newer: number;
  same: number;
}

/** What {@link adopt} would do, without doing it. */
export async function previewAdoption(db: Db, records: Adoptable[]): Promise<Adoption> {
  const counts: Adoption = { added: 0, newer: 0, same: 0 };
  for (const [, { verdict }] of await judgeAll(db, records)) counts[verdict]++;
  return counts;
}

/**
 * Brings records of one's own back, kept to oneself, all or none. Nothing that stands here is lost: a later version
 * stays, and what one shares with a team stays shared as it is. Doing it again changes nothing. Fails with `disk-full`.
 */
export async function adopt(store: Store, records: Adoptable[]): Promise<Result<Adoption>> {
  return commit(store.strict, async (door) => {
    const counts: Adoption = { added: 0, newer: 0, same: 0 };
    const { author } = await whoAmI(door.db);
    const judged = [...(await judgeAll(door.db, records)).values()];
    for (const { verdict } of judged) counts[verdict]++;
    const news = judged.filter(({ verdict }) => verdict !== 'same');
    await door.putAll(news.map(({ record }) => toRow({ ...record, author }, PRIVATE, true)));
    return ok(counts);
  });
}

/** Every own record as it is stored and not on its way out, for export: kinds this version does not know as well. */
export async function ownStored(db: Db): Promise<(StoredRecord & { team: string })[]> {
  const rows = await db.records.filter((row) => row.mine === 1 && isStanding(row)).toArray();
  return rows.map((row) => ({ ...toRecord(row), body: row.own ?? row.body, team: row.team }));
}

/** How many records one has, without profiles; counted by index, since a live page asks again after every change. */
export async function countOwn(db: Db): Promise<number> {
  const [mine, hidden, shared] = await Promise.all([
    db.records.where('[team+id]').between([PRIVATE, ''], [PRIVATE, '\uffff']).count(),
    db.records
      .where('removeAt')
      .above(0)
      .filter((row) => row.team === PRIVATE)
      .count(),
    db.records
      .where('[team+id]')
      .above([PRIVATE, '\uffff'])
      .filter((row) => row.mine === 1 && isStanding(row) && row.kind !== 'profile')
      .count(),
  ]);
  return mine - hidden + shared;
}

const isStanding = (row: RecordRow): boolean => row.body !== null && row.removeAt === undefined;

interface Judged {
  record: Adoptable;
  verdict: keyof Adoption;
}

/** One verdict for each id; of an id that comes twice, the later version counts. */
async function judgeAll(db: Db, records: Adoptable[]): Promise<Map<string, Judged>> {
  const latest = new Map<string, Adoptable>();
  for (const record of records) {
    const other = latest.get(record.id);
    if (!other || compareVersions(record, other) > 0) latest.set(record.id, record);
  }
  const standing = new Map<string, RecordRow>();
  const rows = await db.records
    .where('id')
    .anyOf([...latest.keys()])
    .toArray();
  for (const row of rows) if (row.mine && isStanding(row)) standing.set(row.id, pickOwn(row, standing.get(row.id)));
  return new Map([...latest].map(([id, record]) => [id, { record, verdict: judge(record, standing.get(id)) }]));
}

/** Of a record that stands in several places, the shared one counts: it must not be doubled. */
const pickOwn = (row: RecordRow, other: RecordRow | undefined): RecordRow =>
  other && other.team !== PRIVATE ? other : row;

function judge(record: Adoptable, standing: RecordRow | undefined): keyof Adoption {
  if (!standing) return 'added';
  if (standing.team !== PRIVATE) return 'same';
  return compareVersions(record, standing) > 0 ? 'newer' : 'same';
}
