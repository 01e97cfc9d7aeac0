import type { StoredRecord } from '../domain/record.ts';
import { compareVersions } from '../domain/version.ts';
import { pause } from '../kit/pause.ts';
import { ok, type Result } from '../kit/result.ts';
import type { DraftSegment } from '../search/draft.ts';
import { commitMany, inBatches } from './commit-many.ts';
import type { Db, Store } from './db.ts';
import { type Here, idsHere, placesOf } from './ids-here.ts';
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
  const here = await idsHere(db, records);
  for (const batch of inBatches(latestOf(records))) {
    for (const { verdict } of await judgeAll(db, batch, here)) counts[verdict]++;
    await pause();
  }
  return counts;
}

/**
 * Brings records of one's own back, kept to oneself, batch by batch. Nothing that stands here is lost: a later version
 * stays, and what one shares with a team stays shared as it is. Doing it again changes nothing. Fails with `disk-full`: then what
 * was brought so far stays, and doing it again goes on from there. What makes records findable is made by `draft`, where it is given;
 * `hear` is told how far it is whenever more has come to the disk.
 */
export async function adopt(
  store: Store,
  records: Adoptable[],
  draft?: DraftSegment,
  hear?: (sofar: Adoption) => void,
): Promise<Result<Adoption>> {
  const { author } = await whoAmI(store.strict);
  const first = await begin(store.strict, records);
  const adopted = await commitMany(
    store.strict,
    inBatches(latestOf(records)),
    (record) => toRow({ ...record, author }, PRIVATE, true),
    async (door, batch, rows, { counts, here, stamp }: Adopting) => {
      // As long as nobody else wrote, all that came since is from this import, which brings each id once.
      const known = stamp === (await door.stamp()) ? here : null;
      const judged = await judgeAll(door.db, batch, known);
      const news = judged.flatMap(({ verdict, at }, i) =>
        verdict === 'same' ? [] : [{ row: rows[i] as RecordRow, at }],
      );
      await door.putAll(
        news.map(({ row }) => row),
        news.map(({ at }) => at),
      );
      const next = { ...counts };
      for (const { verdict } of judged) next[verdict]++;
      return ok({ counts: next, here: known, stamp: await door.stamp() });
    },
    first,
    draft,
    ({ counts }) => hear?.(counts),
  );
  return adopted.ok ? ok(adopted.value.counts) : adopted;
}

/** How far an import is, and which of its ids stood here when the index had this stamp; null where that is not known. */
interface Adopting {
  counts: Adoption;
  here: Here | null;
  stamp: unknown;
}

async function begin(db: Db, records: Adoptable[]): Promise<Adopting> {
  const stamp = await readStamp(db);
  return { counts: { added: 0, newer: 0, same: 0 }, here: await idsHere(db, records), stamp };
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
async function judgeAll(db: Db, records: Adoptable[], here: Here | null): Promise<Judged[]> {
  const places = here ? [...here.keys()] : await placesOf(db);
  const rows = await Promise.all(places.map((team) => rowsIn(db, team, records, here?.get(team) ?? null)));
  return records.map((record, i) => {
    let standing: RecordRow | undefined;
    for (const some of rows) {
      const row = some[i];
      if (row?.mine && isStanding(row)) standing = pickOwn(row, standing);
    }
    return { verdict: judge(record, standing), at: rows[0]?.[i] };
  });
}

/** The rows that stand in a team under these ids; only those in `here` are looked for, where it is given. */
async function rowsIn(
  db: Db,
  team: string,
  records: Adoptable[],
  here: ReadonlySet<string> | null,
): Promise<(RecordRow | undefined)[]> {
  const asked = here ? records.filter(({ id }) => here.has(id)) : records;
  // Where there are none at all, as in a new profile, none is looked for.
  if (asked.length === 0 || !(await hasRows(db, team))) return [];
  const rows = await getRows(
    db,
    asked.map(({ id }): RecordKey => [team, id]),
  );
  if (!here) return rows;
  const byId = new Map(asked.map(({ id }, i) => [id, rows[i]]));
  return records.map(({ id }) => byId.get(id));
}

/** Of a record that stands in several places, the shared one counts: it must not be doubled. */
const pickOwn = (row: RecordRow, other: RecordRow | undefined): RecordRow =>
  other && other.team !== PRIVATE ? other : row;

function judge(record: Adoptable, standing: RecordRow | undefined): keyof Adoption {
  if (!standing) return 'added';
  if (standing.team !== PRIVATE) return 'same';
  return compareVersions(record, standing) > 0 ? 'newer' : 'same';
}
