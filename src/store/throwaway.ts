/** Only Chromium keeps IndexedDB in LevelDB, and only Chromium has this. */
export const keepsInLevelDb = (): boolean => 'userAgentData' in (globalThis.navigator ?? {});

/**
 * Makes a database, fills it where it is said with what, and deletes it again. Chromium keeps all databases of an extension in one LevelDB, so what
 * this does to that, it does for ours as well: what was written lately leaves LevelDB's log, since the place of a deleted database is compacted.
 */
export async function makeAndDelete(name: string, fill?: (rows: IDBObjectStore) => void): Promise<void> {
  const database = await settle(indexedDB.open(name, 1), (request) => request.result.createObjectStore('rows'));
  try {
    if (fill) await write(database, fill);
  } finally {
    database.close();
    await settle(indexedDB.deleteDatabase(name));
  }
}

function write(database: IDBDatabase, fill: (rows: IDBObjectStore) => void): Promise<void> {
  const transaction = database.transaction('rows', 'readwrite', { durability: 'relaxed' });
  fill(transaction.objectStore('rows'));
  // Without room for it everything stays as it was.
  return new Promise((resolve) => {
    transaction.oncomplete = transaction.onabort = () => resolve();
  });
}

function settle<T>(request: IDBOpenDBRequest & IDBRequest<T>, make?: (request: IDBOpenDBRequest) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onupgradeneeded = () => make?.(request);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
