import type { RecordRow } from '../../../src/store/rows.ts';

/** A batch as ours are. */
const BATCH = 1000;
const NAME = 'bench-floor';

/**
 * What writing costs without anything of ours: the same rows, into a table with the same indexes, a batch a transaction, the next one
 * on its way while one is written. Milliseconds.
 */
export async function writeRows(rows: RecordRow[], like: IDBObjectStore): Promise<number> {
  // At once: when the other database is being made, the transaction that this is read in is over.
  const { keyPath } = like;
  const indexes = Array.from(like.indexNames, (name) => like.index(name));
  const paths = indexes.map((index) => [index.name, index.keyPath] as const);
  const database = await open((fresh) => {
    const table = fresh.createObjectStore('rows', { keyPath });
    for (const [name, path] of paths) table.createIndex(name, path);
  });
  const from = performance.now();
  let before = Promise.resolve();
  for (let at = 0; at < rows.length; at += BATCH) {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
    for (const row of rows.slice(at, at + BATCH)) transaction.objectStore('rows').put(row);
    await before;
    before = ended(transaction);
  }
  await before;
  const ms = performance.now() - from;
  await close(database);
  return ms;
}

/** A table where one small row at a time can be written that waits for the disk. */
export async function openAlone(): Promise<{ write(id: number): Promise<number>; close(): Promise<void> }> {
  const database = await open((fresh) => fresh.createObjectStore('rows', { keyPath: 'id' }));
  return {
    async write(id) {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
      transaction.objectStore('rows').put({ id, title: `Kept ${id}`, note: 'while the bench runs' });
      await ended(transaction);
      return 1;
    },
    close: () => close(database),
  };
}

function open(make: (database: IDBDatabase) => unknown): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  return new Promise((resolve, reject) => {
    request.onupgradeneeded = () => make(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

function close(database: IDBDatabase): Promise<void> {
  database.close();
  return new Promise((resolve) => {
    indexedDB.deleteDatabase(NAME).onsuccess = () => resolve();
  });
}
