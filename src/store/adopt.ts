import type { StoredRecord } from '../domain/record.ts';
import { compareVersions } from '../domain/version.ts';
import { pause } from '../kit/pause.ts';
import { ok, type Result } from '../kit/result.ts';
import type { DraftSegment } from '../search/draft.ts';
import { commitMany, inBatches } from './commit-many.ts';
import type { Db, Store } from './db.ts';
import { readStamp } from './index-stamp.ts';
import { whoAmI } from './me.ts';
import { toRecord, toRow } from './row.ts';
import { PRIVATE, type RecordKey, type RecordRow } from './rows.ts';
import { getRows } from './rows-by-chunk.ts';

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
  for (const batch of inBatches(latestOf(records))) {
    for (const { verdict } of await judgeAll(db, batch)) counts[verdict]++;
    await pause();
  }
  return counts;
}

/**
 * Brings records of one's own back, kept to oneself, batch by batch. Nothing that stands here is lost: a later version
 * stays, and what one shares with a team stays shared as it is. Doing it again changes nothing. Fails with `disk-full`: then what
 * was brought so far stays, and doing it again goes on from there. What makes records findable is made by `draft`, where it is given.
 */
export async function adopt(store: Store, records: Adoptable[], draft?: DraftSegment): Promise<Result<Adoption>> {
  const { author } = await whoAmI(store.strict);
  const first = await begin(store.strict);
  const adopted = await commitMany(
    store.strict,
    inBatches(latestOf(records)),
    (record) => toRow({ ...record, author }, PRIVATE, true),
    async (door, batch, rows, { counts, emptyAt }: Adopting) => {
      // As long as nobody else wrote, all that stands here is from this import, which brings each id once.
      const isEmpty = emptyAt !== null && emptyAt === (await readStamp(door.db));
      const judged = await judgeAll(door.db, batch, isEmpty);
      const news = judged.flatMap(({ verdict, at }, i) =>
        verdict === 'same' ? [] : [{ row: rows[i] as RecordRow, at }],
      );
      await door.putAll(
        news.map(({ row }) => row),
        news.map(({ at }) => at),
      );
      const next = { ...counts };
      for (const { verdict } of judged) next[verdict]++;
      return ok({ counts: next, emptyAt: isEmpty ? await readStamp(door.db) : null });
    },
    first,
    draft,
  );
  return adopted.ok ? ok(adopted.value.counts) : adopted;
}

/** How far an import is; `emptyAt` is the index's stamp where nothing of one's own stood here when it began. */
interface Adopting {
  counts: Adoption;
  emptyAt: unknown;
}

async function begin(db: Db): Promise<Adopting> {
  const counts: Adoption = { added: 0, newer: 0, same: 0 };
  return db.transaction('r', db.records, db.meta, async () => ({
    counts,
    emptyAt: (await hasRows(db, PRIVATE)) ? null : await readStamp(db),
  }));
}

const hasRows = async (db: Db, team: string): Promise<boolean> =>
  (await db.records.where('[team+id]').between([team, ''], [team, '\uffff']).limit(1).count()) > 0;

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
  verdict: keyof Adoption;
  /** What stands in the place it would take. */
  at: RecordRow | undefined;
}

/** Of an id that comes twice, the later version counts. */
function latestOf(records: Adoptable[]): Adoptable[] {
  const latest = new Map<string, Adoptable>();
  for (const record of records) {
    const other = latest.get(record.id);
    if (!other || compareVersions(record, other) > 0) latest.set(record.id, record);
  }
  return [...latest.values()];
}

/** One verdict for each record. */
async function judgeAll(db: Db, records: Adoptable[], isEmpty = false): Promise<Judged[]> {
  const teams = await db.teams.toCollection().primaryKeys();
  const rows = await Promise.all(
    [PRIVATE, ...teams].map((team) => (isEmpty && team === PRIVATE ? [] : rowsIn(db, team, records))),
  );
  return records.map((record, i) => {
    let standing: RecordRow | undefined;
    for (const some of rows) {
      const row = some[i];
      if (row?.mine && isStanding(row)) standing = pickOwn(row, standing);
    }
    return { verdict: judge(record, standing), at: rows[0]?.[i] };
  });
}

/** The rows that stand in a team under these ids. Where there are none at all, as in a new profile, none is looked for. */
async function rowsIn(db: Db, team: string, records: Adoptable[]): Promise<(RecordRow | undefined)[]> {
  if (!(await hasRows(db, team))) return [];
  return getRows(
    db,
    records.map(({ id }): RecordKey => [team, id]),
  );
}

/** Of a record that stands in several places, the shared one counts: it must not be doubled. */
const pickOwn = (row: RecordRow, other: RecordRow | undefined): RecordRow =>
  other && other.team !== PRIVATE ? other : row;

function judge(record: Adoptable, standing: RecordRow | undefined): keyof Adoption {
  if (!standing) return 'added';
  if (standing.team !== PRIVATE) return 'same';
  return compareVersions(record, standing) > 0 ? 'newer' : 'same';
}
