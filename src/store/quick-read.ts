import type { Reading } from './reading.ts';

export type TableName = 'records' | 'places' | 'teams' | 'fresh' | 'gone' | 'segments' | 'leaves' | 'lists' | 'meta';

/** Databases that have been opened to the end. */
const ready = new WeakSet<Reading>();

/**
 * Reads past Dexie, for search alone: a search makes dozens of small reads, and Dexie's own work for each (about 60 µs,
 * and a cursor where several keys of an index are asked for) was most of a keystroke. All requests of one call run in
 * one transaction. Live queries do not see what is read here. What `take` does with a result is done while the database looks for the next.
 */
export async function quickRead<T>(
  db: Reading,
  tables: TableName[],
  ask: Ask<T>,
  take?: (result: T) => void,
): Promise<T[]> {
  const database = ready.has(db) && db.isOpen() ? db.backendDB() : await readyDatabase(db);
  if (!tables.every((name) => SEARCHED.includes(name)))
    return askIn(database.transaction(tables, 'readonly'), ask, take);
  const before = open.get(db);
  try {
    if (before) return await askIn(before, ask, take);
  } catch (error) {
    if (!isOver(error)) throw error;
  }
  const transaction = database.transaction(SEARCHED, 'readonly');
  open.set(db, transaction);
  const forget = () => open.get(db) === transaction && open.delete(db);
  transaction.oncomplete = forget;
  transaction.onabort = forget;
  return askIn(transaction, ask, take);
}

/**
 * Where a search goes on as soon as it has its answer, it goes on in the same transaction: to begin one costs as much as to read, and a
 * search that sees one state of the database meets no segment that was just taken away.
 */
const SEARCHED: TableName[] = ['meta', 'segments', 'fresh', 'gone', 'leaves', 'lists', 'records'];
const open = new WeakMap<Reading, IDBTransaction>();

type Ask<T> = (table: (name: TableName) => IDBObjectStore) => IDBRequest<T>[];

/** One promise for all: most of a search's requests come by the dozen. Whoever goes on at once goes on in the same transaction. */
export function askIn<T>(transaction: IDBTransaction, ask: Ask<T>, take?: (result: T) => void): Promise<T[]> {
  const requests = ask((name) => transaction.objectStore(name));
  return new Promise((resolve, reject) => {
    let left = requests.length;
    if (left === 0) resolve([]);
    const fail = ({ target }: Event) => reject((target as IDBRequest).error);
    for (const request of requests) {
      request.onsuccess = () => {
        try {
          take?.(request.result);
        } catch (error) {
          // Thrown on, it would end the transaction and be told to nobody who waits.
          reject(error);
        }
        left--;
        if (left === 0) resolve(requests.map(({ result }) => result));
      };
      request.onerror = fail;
    }
  });
}

/** What a transaction says that has ended meanwhile. */
const isOver = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'TransactionInactiveError' || error.name === 'InvalidStateError');

/** The database behind it, open. */
export async function readyDatabase(db: Reading): Promise<IDBDatabase> {
  // Dexie calls a database open while it still makes its tables, and then nothing can be read.
  if (!ready.has(db) || !db.isOpen()) await db.open();
  ready.add(db);
  return db.backendDB();
}

/** What a request gives. */
export const toPromise = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
