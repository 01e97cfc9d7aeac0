import type { Reading } from './reading.ts';

type TableName = 'records' | 'places' | 'teams' | 'fresh' | 'gone' | 'segments' | 'leaves' | 'lists';

/** Databases that have been opened to the end. */
const ready = new WeakSet<Reading>();

/**
 * Reads past Dexie, for search alone: a search makes dozens of small reads, and Dexie's own work for each (about 60 µs,
 * and a cursor where several keys of an index are asked for) was most of a keystroke. All requests of one call run in
 * one transaction. Live queries do not see what is read here.
 */
export async function quickRead<T>(
  db: Reading,
  tables: TableName[],
  ask: (table: (name: TableName) => IDBObjectStore) => IDBRequest<T>[],
): Promise<T[]> {
  // Dexie calls a database open while it still makes its tables, and then nothing can be read.
  if (!ready.has(db) || !db.isOpen()) await db.open();
  ready.add(db);
  const transaction = db.backendDB().transaction(tables, 'readonly');
  const requests = ask((name) => transaction.objectStore(name));
  return Promise.all(requests.map(toPromise));
}

const toPromise = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
