/** The one database of the product. */
export const DATABASE = 'sidelight';
/** What its tables are made by, as Dexie counts; raised with every `version()` in db.ts. */
export const VERSION = 5;

/**
 * Dexie writes versions ten times as high into the browser's own count, and goes up in between where it had to mend what
 * it found.
 */
const LEAST = VERSION * 10;

/** What can be read past Dexie: Dexie's own database, or the plain handle that {@link openReading} gives. */
export interface Reading {
  open(): PromiseLike<unknown>;
  isOpen(): boolean;
  backendDB(): IDBDatabase;
}

/**
 * The database as the browser gives it, for pages that live for seconds: to load and start Dexie takes longer than all
 * that such a page reads. It begins to open at once, or has begun already (`first`). Where there is no database yet, or
 * an older one, `make` is asked to make it, which is Dexie's part; then it is opened again.
 */
export function openReading(make: () => Promise<unknown>, name = DATABASE, first = openAsItIs(name)): Reading {
  let database: IDBDatabase | null = null;
  const forget = (): void => {
    database = opening = null;
  };
  const settle = async (coming: Promise<IDBDatabase | null>): Promise<IDBDatabase> => {
    database = (await coming) ?? (await make().then(() => openAsItIs(name)));
    if (!database) throw new Error(`${name} was not made.`);
    database.addEventListener('close', forget);
    database.addEventListener('versionchange', forget);
    return database;
  };
  const begin = (coming: Promise<IDBDatabase | null>): Promise<IDBDatabase> => {
    const settling = settle(coming);
    settling.catch(forget);
    return settling;
  };
  let opening: Promise<IDBDatabase> | null = begin(first);
  return {
    open() {
      opening ??= begin(openAsItIs(name));
      return opening;
    },
    isOpen: () => database !== null,
    backendDB() {
      if (!database) throw new Error('The database is read before it is open.');
      return database;
    },
  };
}

/** The database, opened as it stands; null where there is none, or an older one. */
export function openAsItIs(name = DATABASE): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = (event) => {
      event.preventDefault();
      if (request.error?.name === 'AbortError') resolve(null);
      else reject(request.error);
    };
    request.onsuccess = () => {
      const database = request.result;
      const isNew = database.version >= LEAST;
      // Another context that needs newer tables, or that deletes everything, does not wait for us.
      database.onversionchange = () => database.close();
      if (!isNew) database.close();
      resolve(isNew ? database : null);
    };
  });
}
