import type { Db, Store } from '../../../../src/store/db.ts';
import { type Disk, freeWay, type Way } from './disk.ts';
import { Table } from './table.ts';

/**
 * A store in memory: in the place of Dexie's database stands one that does what the product asks of it, a hundred times
 * as fast. That it does the same is shown by the store's own tests, which run on both (`test/store/memory.test.ts`).
 */
export function openMemoryStore(disk: Disk, way: Way = freeWay): Store {
  const handle = createHandle(disk, way) as unknown as Db;
  return { strict: handle, relaxed: handle };
}

function createHandle(disk: Disk, way: Way) {
  const tables: Record<string, Table> = {};
  for (const shelf of disk.shelves.values()) tables[shelf.name] = new Table(disk, way, shelf);
  return {
    ...tables,
    tables: Object.values(tables),
    transaction: (...given: unknown[]) => disk.transact(way, given.at(-1) as () => Promise<unknown>),
    close: () => undefined,
    /** There is no database to go to past Dexie: all goes the usual way. */
    askWriting: () => null,
    askAlone: () => null,
    open: () => {
      throw new Error('A store in memory has no database.');
    },
  };
}
