import type { DBCore, DBCoreTable } from 'dexie';
import { Db, openStore, type Store } from '../../../src/store/db.ts';
import { closeStore } from '../../store/close-store.ts';
import { createDisk, freeWay, type Shelf, shapesOf, type Way } from './memory/disk.ts';
import { openMemoryStore } from './memory/store.ts';

/** Which databases a story is told on: Dexie over fake-indexeddb and SQLite, or both in memory. */
export type Stores = 'real' | 'memory';

/** All tables of a profile, by name. */
export type Shelves = ReadonlyMap<string, Shelf>;

/** The disk of one profile. */
export interface ProfileDisk {
  /** Opens it for a context that `way` may end. */
  open(way: Way): Store;
  /** Opens it to look at, with nothing in the way. */
  look(): Store;
  /** As when a person copies a browser profile. */
  copyTo(other: ProfileDisk): Promise<void>;
  /** Calls `see` whenever a transaction was kept, before anything else can happen; on the store in memory alone. */
  onKept(see: (shelves: Shelves) => void): void;
  end(): Promise<void>;
}

export const openDisk = (stores: Stores, name: string): ProfileDisk =>
  stores === 'real' ? realDisk(name) : memoryDisk();

function realDisk(name: string): ProfileDisk {
  const opened: Store[] = [];
  const open = () => {
    const store = openStore(name);
    opened.push(store);
    return store;
  };
  let looking: Store | undefined;
  const look = () => {
    looking ??= open();
    return looking;
  };
  return {
    open(way) {
      const store = open();
      for (const db of [store.strict, store.relaxed]) standInTheWay(db, way);
      return store;
    },
    look,
    async copyTo(other) {
      const from = look().strict;
      for (const table of from.tables) {
        const [rows, keys] = [await table.toArray(), await table.toCollection().primaryKeys()];
        const own = other.look().strict.table(table.name);
        await (table.schema.primKey.keyPath ? own.bulkPut(rows) : own.bulkPut(rows, keys));
      }
    },
    onKept: () => undefined,
    async end() {
      for (const store of opened) closeStore(store);
      await opened[0]?.strict.delete();
    },
  };
}

const shapes = shapesOf(new Db('relaxed', 'shapes'));

interface MemoryDisk extends ProfileDisk {
  disk: ReturnType<typeof createDisk>;
}

function memoryDisk(): MemoryDisk {
  const disk = createDisk(shapes);
  const looking = openMemoryStore(disk, freeWay);
  return {
    disk,
    open: (way) => openMemoryStore(disk, way),
    look: () => looking,
    async copyTo(other) {
      for (const [name, shelf] of disk.shelves) {
        const own = (other as MemoryDisk).disk.shelves.get(name);
        if (own) Object.assign(own, { next: shelf.next, entries: structuredClone(shelf.entries) });
      }
    },
    onKept: (see) => disk.onKept(() => see(disk.shelves)),
    end: async () => undefined,
  };
}

/** Every access to Dexie's database goes the way. */
function standInTheWay(db: Db, way: Way): void {
  const guard = (table: DBCoreTable): DBCoreTable => {
    const passing =
      <A extends unknown[], R>(inner: (...given: A) => Promise<R>) =>
      (...given: A): Promise<R> => {
        way.pass();
        return inner(...given);
      };
    return {
      ...table,
      get: passing(table.get),
      getMany: passing(table.getMany),
      query: passing(table.query),
      openCursor: passing(table.openCursor),
      count: passing(table.count),
      mutate: passing((request) => {
        if (request.type !== 'delete' && request.type !== 'deleteRange') way.write();
        return table.mutate(request);
      }),
    };
  };
  const create = (down: DBCore): Partial<DBCore> => ({ table: (name) => guard(down.table(name)) });
  db.use({ stack: 'dbcore', name: 'simulation', create: (down) => ({ ...down, ...create(down) }) });
}
