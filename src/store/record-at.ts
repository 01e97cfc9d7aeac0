import type { Db } from './db.ts';
import { BY_KEY, PRIVATE, type RecordKey, type RecordRow } from './rows.ts';

/** A record, if it is here. */
const recordAt = (db: Db, key: RecordKey) => db.records.where(BY_KEY).equals(key);

/** Its row; undefined where it is not here. */
export const rowAt = (db: Db, key: RecordKey): PromiseLike<RecordRow | undefined> => recordAt(db, key).first();

/** The rows of a team, in the order of their ids, all or those behind one. */
export const rowsOfTeam = (db: Db, team: string, after?: string) =>
  db.records.where(BY_KEY).between([team, after ?? ''], [team, '\uffff'], after === undefined);

/** So many rows are handed to the database at a time: each is copied, and no page must be held up by it. */
const CHUNK = 150;

export const inChunks = <T>(items: T[], size = CHUNK): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

/** Rows by key, in the order of the keys. */
export async function rowsAt(db: Db, keys: RecordKey[]): Promise<(RecordRow | undefined)[]> {
  const rows: (RecordRow | undefined)[] = [];
  for (const some of inChunks(keys)) rows.push(...(await readSome(db, some)));
  return rows;
}

/** Every row under these ids, one's own and the teams'. There are few teams; an index of ids alone would cost every record. */
export async function rowsById(db: Db, ids: string[]): Promise<RecordRow[]> {
  const teams = [PRIVATE, ...(await db.teams.toCollection().primaryKeys())];
  const rows = await rowsAt(
    db,
    teams.flatMap((team) => ids.map((id): RecordKey => [team, id])),
  );
  return rows.filter((row) => row !== undefined);
}

/** Where something is being written nobody reads live, and a thousand rows are read without Dexie's own work for each. */
const readSome = (db: Db, keys: RecordKey[]): PromiseLike<(RecordRow | undefined)[]> =>
  db.askWriting((transaction): IDBRequest<RecordRow | undefined>[] => {
    const index = transaction.objectStore('records').index(BY_KEY);
    return keys.map((key) => index.get(key));
  }) ?? db.transaction('r', db.records, async () => Promise.all(keys.map((key) => rowAt(db, key))));

/** What records lie under, in the order of the keys; undefined for those that are not here. Not live. */
export const numbersAt = (db: Db, keys: RecordKey[]): PromiseLike<(IDBValidKey | undefined)[]> =>
  db.askAlone((transaction): IDBRequest<IDBValidKey | undefined>[] => {
    const index = transaction.objectStore('records').index(BY_KEY);
    return keys.map((key) => index.getKey(key));
  }) ?? Promise.all(keys.map(async (key) => (await recordAt(db, key).primaryKeys())[0]));
