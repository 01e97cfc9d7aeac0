/** LevelDB begins another log when about 4 MB stand in one. Larger rows would be files of their own, outside of it. */
const ROWS = 100;
const ROW_BYTES = 50_000;

const NAME = 'sidelight-fresh-log';

/**
 * Makes Chromium begin a new log of its database. It goes on writing into the one that stands; where the browser was killed in
 * the middle of a record, that one ends in half a record, which the next start reads over and the one after it, with
 * more behind it, takes for damage: then Chromium throws everything away without a word. Seen in two benches that kill it, and
 * again whenever the end of a log is cut. So this is to be done once after each start of the browser. To be dropped when
 * Chromium no longer goes on with a log that ends in half a record.
 */
export async function beginFreshLog(): Promise<void> {
  // Only Chromium keeps IndexedDB in LevelDB, and only Chromium has this.
  if (!('userAgentData' in navigator)) return;
  const database = await settle(indexedDB.open(NAME, 1), (request) => request.result.createObjectStore('rows'));
  try {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'relaxed' });
    const rows = transaction.objectStore('rows');
    // Noise, for what repeats would be packed.
    for (let i = 0; i < ROWS; i++) rows.put(crypto.getRandomValues(new Uint8Array(ROW_BYTES)), i);
    await new Promise<void>((resolve) => {
      // Without room for it the log stays as it was, and so does everything in it.
      transaction.oncomplete = transaction.onabort = () => resolve();
    });
  } finally {
    database.close();
    await settle(indexedDB.deleteDatabase(NAME));
  }
}

function settle<T>(request: IDBOpenDBRequest & IDBRequest<T>, make?: (request: IDBOpenDBRequest) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onupgradeneeded = () => make?.(request);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
