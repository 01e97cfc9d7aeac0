/** Only Chromium keeps IndexedDB in LevelDB, and only Chromium has this. */
export const keepsInLevelDb = (): boolean => 'userAgentData' in (globalThis.navigator ?? {});

/**
 * Makes a database and deletes it again. Chromium keeps all databases of an extension in one LevelDB, so what this does to that, it does for ours as
 * well: the place of a deleted database is compacted, and before that all that stands in LevelDB's log goes to a file, and another log is begun.
 */
export async function makeAndDelete(name: string): Promise<void> {
  const database = await settle(indexedDB.open(name, 1), (request) => request.result.createObjectStore('rows'));
  database.close();
  await settle(indexedDB.deleteDatabase(name));
}

function settle<T>(request: IDBOpenDBRequest & IDBRequest<T>, make?: (request: IDBOpenDBRequest) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onupgradeneeded = () => make?.(request);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
