import type { StoredRecord } from '../domain/record.ts';
import { compareVersions } from '../domain/version.ts';
import { pause } from '../kit/pause.ts';
import { ok, type Result } from '../kit/result.ts';
import type { DraftSegment } from '../search/write/draft.ts';
import { type Batches, commitMany, inBatches, makeBatchesReady } from './commit-many.ts';
import type { Db, Store } from './db.ts';
import { type Here, idsHere } from './ids-here.ts';
import { type Adoptable, isStanding, judgeAll, type Verdict } from './judge.ts';
import { whoAmI } from './me.ts';
import { toRecord, toRow } from './row.ts';
import { BY_KEY, PRIVATE, type RecordRow } from './rows.ts';
import { readStamp } from './stamping.ts';

export type { Adoptable } from './judge.ts';

/** How many met with which {@link Verdict}. */
export type Adoption = Record<Verdict, number>;
const VERDICTS: Verdict[] = ['added', 'newer', 'same'];

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

/** Records that are to be brought back, of which the first are being made ready. */
interface Prepared {
  records: Adoptable[];
  batches: Batches<Adoptable>;
  /** What stood here then. */
  here: Promise<Adopting>;
}

/**
 * Makes the first of them ready beside whatever else there is to do, as while a person looks at what a file would bring. What makes records findable is
 * made by `draft`, where it is given, which has so many workers.
 */
export async function prepareAdoption(
  store: Store,
  records: Adoptable[],
  draft?: DraftSegment,
  workers = 1,
): Promise<Prepared> {
  const { author } = await whoAmI(store.strict);
  const here = begin(store.strict, records);
  // It is heard of when it is to be done.
  here.catch(() => {});
  const toOwn = (record: Adoptable) => toRow({ ...record, author }, PRIVATE, true);
  return { records, here, batches: makeBatchesReady(inOrder(latestOf(records)), toOwn, draft, workers) };
}

/** {@link adoptPrepared} for records of which nothing was made ready before. */
export const adopt = async (
  store: Store,
  records: Adoptable[],
  draft?: DraftSegment,
  hear?: (sofar: Adoption) => void,
): Promise<Result<Adoption>> => adoptPrepared(store, await prepareAdoption(store, records, draft), hear);

/**
 * Brings records of one's own back, kept to oneself, batch by batch. Nothing that stands here is lost: a later version
 * stays, and what one shares with a team stays shared as it is. Doing it again changes nothing. Fails with `disk-full`: then what
 * was brought so far stays, and doing it again goes on from there. What was prepared is used up by it. `hear` is told how far it is
 * whenever more stands.
 */
export async function adoptPrepared(
  store: Store,
  { records, batches, here }: Prepared,
  hear?: (sofar: Adoption) => void,
): Promise<Result<Adoption>> {
  const sofar: Adoption = { added: 0, newer: 0, same: 0 };
  const [looked, stamp] = await Promise.all([here, readStamp(store.strict)]);
  const first = looked.stamp === stamp ? looked : await begin(store.strict, records);
  const adopted = await commitMany(
    store,
    batches,
    async (door, batch, rows, { counts, here, stamp }: Adopting) => {
      // As long as nobody else wrote, all that came since is from this import, which brings each id once.
      const known = stamp === (await door.stamp()) ? here : null;
      const judged = await judgeAll(door.db, batch, known);
      const news = judged.flatMap(({ verdict, at }, i) =>
        verdict === 'same' ? [] : [{ row: laterOf(rows[i] as RecordRow, at), at }],
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
    ({ counts }, before) => {
      // One that came before may have failed, and is counted in both.
      for (const verdict of VERDICTS) sofar[verdict] += counts[verdict] - before.counts[verdict];
      hear?.({ ...sofar });
    },
  );
  return adopted.ok ? ok(sofar) : adopted;
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

/** Every own record as it is stored and not on its way out, for export: kinds this version does not know as well. */
export async function ownStored(db: Db): Promise<(StoredRecord & { team: string })[]> {
  const rows = await db.records.filter((row) => row.mine === 1 && isStanding(row)).toArray();
  return rows.map((row) => ({ ...toRecord(row), body: row.own ?? row.body, team: row.team }));
}

/** How many records one has, without profiles; counted by index, since a live page asks again after every change. */
export async function countOwn(db: Db): Promise<number> {
  const ofTeams = () => db.records.where(BY_KEY).above([PRIVATE, '\uffff']);
  // To count all is quick; by an index each is looked for.
  const [all, others, hidden, shared] = await Promise.all([
    db.records.count(),
    ofTeams().count(),
    db.records
      .where('removeAt')
      .above(0)
      .filter((row) => row.team === PRIVATE)
      .count(),
    ofTeams()
      .filter((row) => row.mine === 1 && isStanding(row) && row.kind !== 'profile')
      .count(),
  ]);
  return all - others - hidden + shared;
}

/** What was deleted in a later version than is brought, and could still be brought back, is. */
function laterOf(row: RecordRow, at: RecordRow | undefined): RecordRow {
  if (at?.removeAt === undefined || compareVersions(at, row) <= 0) return row;
  const { removeAt: _, ...later } = at;
  return later;
}

/** As they were made, whatever the order of a file is: of equals a search puts first what came in last. Times are read once, and not at each comparison. */
const inOrder = (records: Adoptable[]): Adoptable[] =>
  records
    .map((record) => ({ record, at: Number(record.body?.created) || record.version.time }))
    .sort((a, b) => a.at - b.at)
    .map(({ record }) => record);

/** Of an id that comes twice, the later version counts. */
function latestOf(records: Adoptable[]): Adoptable[] {
  const latest = new Map<string, Adoptable>();
  for (const record of records) {
    const other = latest.get(record.id);
    if (!other || compareVersions(record, other) > 0) latest.set(record.id, record);
  }
  return [...latest.values()];
}
