import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Store } from '../../store/db.ts';
import { live } from '../../store/live.ts';
import { useLive } from '../../ui/use-live.ts';

export const StoreContext = createContext<Store | null>(null);

/** The database that this page reads and writes. */
export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error('The options are drawn without their store.');
  return store;
}

/** The newest answer of a question to the database; undefined until the first. */
export function useQuery<T>(
  query: (db: Store['relaxed']) => Promise<T>,
  inputs: readonly unknown[] = [],
): T | undefined {
  const { relaxed } = useStore();
  return useLive(() => live(() => query(relaxed)), inputs);
}
