import type { Store } from './db.ts';
import type { PlaceRow } from './rows.ts';

/** Notes how passages stand on a page; a cache that the next visit writes again. */
export async function notePlaces(store: Store, rows: PlaceRow[]): Promise<void> {
  await store.relaxed.places.bulkPut(rows);
}
