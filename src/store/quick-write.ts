import type { DBCoreTransaction, IndexableType, ObservabilitySet } from 'dexie';
import type { Db } from './db.ts';
import { readyDatabase, type TableName } from './quick-read.ts';

/** A transaction that writes past Dexie, and waits for the disk. */
export interface QuickWrite {
  transaction: IDBTransaction;
  /** Adds a row, or puts it where the key is always the same; whoever reads live hears of it. */
  write(how: 'add' | 'put', table: TableName, row: object): void;
  /** Done with it: answers when it has come to the disk. Whatever goes wrong before, in `work` too, leaves nothing behind. */
  finish(work: () => void): Promise<void>;
}

/** What Dexie's core calls a transaction is the browser's own; these two of Dexie's marks say what its live queries are told at the end. */
type Marked = IDBTransaction & { _explicit?: boolean; mutatedParts?: ObservabilitySet };

/**
 * Begins one past Dexie, for keeping alone: Dexie's own work for each request was a quarter of the time it took to keep a lesson. The
 * transaction comes from Dexie's core, which takes what it changed out of its cache, and is announced as Dexie announces its own.
 */
export async function beginQuickWrite(db: Db, tables: TableName[]): Promise<QuickWrite> {
  await readyDatabase(db);
  const begun: DBCoreTransaction = db.core.transaction(tables, 'readwrite', { durability: 'strict' });
  const transaction = begun as unknown as Marked;
  const parts: ObservabilitySet = {};
  transaction._explicit = true;
  transaction.mutatedParts = parts;
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => {
      // First: whoever hears of it must not keep it from being called kept.
      resolve();
      db.tellLive(parts);
    };
    transaction.onabort = () => reject(transaction.error);
  });
  // Whoever waits for it hears of it.
  ended.catch(() => {});
  const write = (how: 'add' | 'put', table: TableName, row: object) => {
    transaction.objectStore(table)[how](row);
    const { primaryKey, indexes } = db.core.table(table).schema;
    const add = (index: string, key: IndexableType | undefined) => {
      // One key as a tree of ranges, which is what Dexie makes of it.
      if (key !== undefined)
        parts[`idb://${db.name}/${table}/${index}`] = { from: key, to: key, d: 1, l: null, r: null };
    };
    const key = primaryKey.extractKey?.(row);
    add('', key);
    add(':dels', key);
    for (const index of indexes) add(index.name ?? '', index.extractKey?.(row));
  };
  const finish = (work: () => void) => {
    try {
      work();
      // It need not wait for us to hear that each was taken.
      transaction.commit();
    } catch (error) {
      transaction.abort();
      throw error;
    }
    return ended;
  };
  return { transaction, write, finish };
}
