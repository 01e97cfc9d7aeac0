import { fail, type Result } from '../kit/result.ts';
import { loadStemmers } from '../search/text/language.ts';
import type { Db } from './db.ts';
import { leaveMarks } from './marks-left.ts';
import { raiseStamp } from './raise-stamp.ts';
import type { Ready } from './ready.ts';
import { inChunks, rowAt, rowsAt } from './record-at.ts';
import type { RecordKey, RecordRow } from './rows.ts';
import { enterAll, retire } from './search-index.ts';
import { Mistrusted, readStamping, type Stamping } from './stamping.ts';

/** What may be done with records inside a commit. */
export interface Door {
  db: Db;
  get(key: RecordKey): Promise<RecordRow | undefined>;
  /** Many at once, in the order of the keys. */
  getAll(keys: RecordKey[]): Promise<(RecordRow | undefined)[]>;
  /**
   * Writes the record and its search entry; with `send`, also the outbox row that names this version. One after the other: two writings of
   * one record at once would both stand.
   */
  put(row: RecordRow, send?: { notBefore: number }): Promise<void>;
  /**
   * Writes many records at once, each key once. Much quicker than one by one, the more so where what stands in their
   * places is handed in.
   */
  putAll(rows: RecordRow[], standing?: (RecordRow | undefined)[]): Promise<void>;
  /** Takes the record, its search entry, place and outbox row away from this device. */
  drop(key: RecordKey): Promise<void>;
  /** The same for many at once. */
  dropAll(keys: RecordKey[]): Promise<void>;
  /** The stamp of the search index (index-stamp.ts) as it is here and now: another one wherever a record was written. */
  stamp(): Promise<unknown>;
}

/**
 * The one door through which records are written: everything `work` does happens in one transaction or not at all, and
 * only when this answers is it durable as the handle promises. A failure that `work` returns undoes it; a full disk is
 * the failure `disk-full`. `work` may await nothing but the database, and is done once more where numbers turn out to be given already.
 * Hundreds of rows are made `ready` before. Who knows which stamp will stand when this begins, as that of a transaction that is on its way to the disk,
 * says so in `trust`: then the database has all of it by then; where another stands, it is done once more.
 */
export async function commit<T>(
  db: Db,
  work: (door: Door) => Promise<Result<T>>,
  ready?: Ready | null,
  trust?: unknown,
): Promise<Result<T>> {
  try {
    return await commitOnce(db, work, ready, trust);
  } catch (error) {
    if (error instanceof Mistrusted) return commit(db, work, ready);
    if (!isNamed(error, 'ConstraintError')) throw error;
    // Where it is not too low, another that met the same has just raised it.
    await raiseStamp(db);
    return commitOnce(db, work, ready);
  }
}

async function commitOnce<T>(
  db: Db,
  work: (door: Door) => Promise<Result<T>>,
  ready: Ready | null | undefined,
  trust?: unknown,
): Promise<Result<T>> {
  const usual = [db.records, db.outbox, db.places, db.teams, db.fresh, db.gone, db.lost, db.meta];
  const tables = ready ? [...usual, db.segments, db.leaves, db.lists] : usual;
  await loadStemmers();
  try {
    return await db.transaction('rw', tables, async () => {
      const stamping = readStamping(db, trust);
      const result = await work(createDoor(db, stamping, ready));
      await stamping.trusted();
      if (!result.ok) throw new Undone(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return error.result;
    if (isDiskFull(error)) return fail('disk-full');
    throw error;
  }
}

/** Carries a failure out of a transaction so that Dexie aborts it. */
class Undone extends Error {
  constructor(readonly result: { ok: false; failure: { code: string; detail?: string } }) {
    super(result.failure.code);
  }
}

/** So many rows are put at a time. Of fewer than fifty Dexie would tell live readers each one. */
const PUT_CHUNK = 64;

function createDoor(db: Db, stamping: Stamping, ready?: Ready | null): Door {
  const dropAll = async (keys: RecordKey[]): Promise<void> => {
    for (const some of inChunks(keys)) {
      await retire(db, stamping, some);
      await db.places.bulkDelete(some);
      await db.outbox.bulkDelete(some);
    }
    await leaveMarks(db, keys.length);
  };
  return {
    db,
    get: async (key) => rowAt(db, key),
    getAll: (keys) => rowsAt(db, keys),
    async put(row, send) {
      const { rows, entering } = await enterAll(db, stamping, [row]);
      const sending = send && db.outbox.put({ team: row.team, id: row.id, version: row.version, ...send });
      await Promise.all([entering, db.records.bulkPut(rows), sending]);
    },
    async putAll(rows, standing) {
      const entered = await enterAll(db, stamping, rows, { ready, standing });
      // Four chunks are on their way at a time, so that the database need not wait for us.
      const chunks = inChunks(entered.rows, PUT_CHUNK).values();
      const put = async () => {
        for (const some of chunks) await db.records.bulkPut(some);
      };
      // Two begin when the first answer comes, so that no page is held up by handing over all of them.
      const others = stamping.trusted().then(() => Promise.all([put(), put()]));
      await Promise.all([entered.entering, put(), put(), others]);
    },
    drop: (key) => dropAll([key]),
    dropAll,
    stamp: stamping.standing,
  };
}

/** Chromium and Firefox report a full disk as a quota error, sometimes only inside the abort of the transaction. */
export const isDiskFull = (error: unknown): boolean => isNamed(error, 'QuotaExceededError');

/** Errors stand in errors no deeper than this; whatever goes on for ever is none of ours. */
const DEEPEST = 8;

/** Whether it is such an error, or one of those it was made of. */
function isNamed(error: unknown, name: string, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return false;
  const { inner, failures = [] } = error as { inner?: unknown; failures?: unknown[] };
  if ((error as { name?: string }).name === name) return true;
  return [inner, ...failures].some((one) => one !== error && isNamed(one, name, depth + 1));
}
