/** The one database of the product. */
export const DATABASE = 'sidelight';
/** What its tables are made by, as Dexie counts; raised with every `version()` in db.ts. */
export const VERSION = 2;

/** Dexie writes versions ten times as high into the browser's own count. */
const BROWSER_VERSION = VERSION * 10;

/** What can be read past Dexie: Dexie's own database, or the plain handle that {@link openReading} gives. */
export interface Reading {
  open(): PromiseLike<unknown>;
  isOpen(): boolean;
  backendDB(): IDBDatabase;
}

/**
 * The database as the browser gives it, for pages that live for seconds: to load and start Dexie takes longer than all
 * that such a page reads. It begins to open at once. Where there is no database yet, or one of another version, `make`
 * is asked to make it, which is Dexie's part; then it is opened again.
 */
export function openReading(make: () => Promise<unknown>, name = DATABASE): Reading {
  let database: IDBDatabase | null = null;
  let opening: Promise<IDBDatabase> | null = null;
  const opened = (found: IDBDatabase): IDBDatabase => {
    // Another context that needs newer tables, or that deletes everything, does not wait for us.
    found.onversionchange = () => found.close();
    found.onclose = () => {
      database = opening = null;
    };
    found.addEventListener('versionchange', () => {
      database = opening = null;
    });
    database = found;
    return found;
  };
  const open = (): Promise<IDBDatabase> => {
    opening ??= openAsItIs(name)
      .then(async (found) => found ?? (await make().then(() => openAsItIs(name))) ?? Promise.reject(new Error(name)))
      .then(opened, (error) => {
        opening = null;
        throw error;
      });
    return opening;
  };
  // Whoever reads meets the failure; that it was opened early is nobody's concern.
  open().catch(() => {});
  return {
    open,
    isOpen: () => database !== null,
    backendDB() {
      if (!database) throw new Error('The database is read before it is open.');
      return database;
    },
  };
}

/** Null where there is none, or one that is not of this version. */
function openAsItIs(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = (event) => {
      event.preventDefault();
      if (request.error?.name === 'AbortError') resolve(null);
      else reject(request.error);
    };
    request.onsuccess = () => {
      if (request.result.version === BROWSER_VERSION) return resolve(request.result);
      request.result.close();
      resolve(null);
    };
  });
}
