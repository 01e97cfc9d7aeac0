import type { Store } from '../../src/store/db.ts';

/** Lets go of both handles. The product holds its own as long as it lives. */
export function closeStore(store: Store): void {
  store.strict.close();
  store.relaxed.close();
}
