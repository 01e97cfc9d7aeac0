import { liveQuery } from 'dexie';

/** A query that answers again whenever what it read was changed, in any context of the extension. */
interface Live<T> {
  /** Calls `next` now and after every change; gives the way to stop. */
  subscribe(next: (value: T) => void, onError: (error: unknown) => void): () => void;
}

/** `query` must only read the database. */
export function live<T>(query: () => Promise<T>): Live<T> {
  return {
    subscribe(next, onError) {
      const subscription = liveQuery(query).subscribe({ next, error: onError });
      return () => subscription.unsubscribe();
    },
  };
}
