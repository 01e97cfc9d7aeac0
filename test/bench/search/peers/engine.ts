import type { Text } from '../texts.ts';

/** A way to search, in a page of an extension of its own. */
export interface Engine {
  /** What was built before is opened. */
  open(): Promise<void>;
  add(texts: Text[]): Promise<void>;
  /** Makes durable what was added. */
  finish(): Promise<void>;
  /** The first ten, with their texts. */
  search(typed: string): Promise<Text[]>;
  /** One more text, durable and findable. */
  addOne(text: Text): Promise<void>;
  close(): Promise<void>;
}

export const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });

/** A database with the texts, and a place for an index. */
export function openItems(): Promise<IDBDatabase> {
  const request = indexedDB.open('items', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('items', { keyPath: 'id' });
    request.result.createObjectStore('index');
  };
  return done(request);
}

export async function putItems(database: IDBDatabase, texts: Text[]): Promise<void> {
  const transaction = database.transaction('items', 'readwrite');
  for (const text of texts) transaction.objectStore('items').put(text);
  await finished(transaction);
}

export const getItems = (database: IDBDatabase, ids: number[]): Promise<Text[]> => {
  const items = database.transaction('items').objectStore('items');
  return Promise.all(ids.map((id): Promise<Text> => done(items.get(id))));
};
