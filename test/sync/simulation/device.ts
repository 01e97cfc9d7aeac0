import type { DBCore, DBCoreTable } from 'dexie';
import { closeStore, type Db, openStore, type Store } from '../../../src/store/db.ts';
import type { Locks, SyncDeps } from '../../../src/sync/deps.ts';
import { createLife, type Life } from './death.ts';
import type { World } from './world.ts';

/** What a device is plugged into. */
export interface Wire {
  fetch(url: string, init: RequestInit, life: Life): Promise<Response>;
}

/** One context of an extension (its worker, its panel) on one profile. */
export interface Context {
  store: Store;
  deps: SyncDeps;
  life: Life;
}

/** A profile: its database, its locks and its clock. Contexts come and go. */
export interface Device {
  name: string;
  database: string;
  /** What its clock is wrong by. */
  clockError: number;
  /** How many more writes find a full disk. */
  fullFor: number;
  open(): Context;
  /** Opens it to look at, with nothing in the way. */
  look(): Store;
  /** Closes it and throws its database away. */
  end(): Promise<void>;
}

export function createDevice(world: World, wire: Wire, name: string, database: string): Device {
  const locks = createLocks(world);
  const opened: Store[] = [];
  const keep = (store: Store) => {
    opened.push(store);
    return store;
  };
  const device: Device = {
    name,
    database,
    clockError: 0,
    fullFor: 0,
    open() {
      const store = keep(openStore(database));
      const life = createLife();
      for (const db of [store.strict, store.relaxed]) standInTheWay(db, life, device);
      const deps: SyncDeps = {
        clock: () => world.now() + device.clockError,
        fetch: (url, init) => wire.fetch(url, init, life),
        locks: { request: (...given) => locks.request(...given) },
        wait: (ms, signal) => wait(world, ms, signal),
        deviceName: name,
      };
      return { store, deps, life };
    },
    look: () => keep(openStore(database)),
    async end() {
      for (const store of opened) closeStore(store);
      await opened[0]?.strict.delete();
    },
  };
  return device;
}

/** Every access to the database passes by the context's life, and a write by the device's disk. */
function standInTheWay(db: Db, life: Life, device: Device): void {
  const guard = (table: DBCoreTable): DBCoreTable => {
    const passing =
      <A extends unknown[], R>(inner: (...given: A) => Promise<R>) =>
      (...given: A): Promise<R> => {
        life.pass();
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
        if (request.type !== 'delete' && request.type !== 'deleteRange' && device.fullFor > 0) {
          device.fullFor--;
          throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
        }
        return table.mutate(request);
      }),
    };
  };
  const create = (down: DBCore): Partial<DBCore> => ({ table: (name) => guard(down.table(name)) });
  db.use({ stack: 'dbcore', name: 'simulation', create: (down) => ({ ...down, ...create(down) }) });
}

function wait(world: World, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const callOff = world.plan('a wait is over', ms, resolve);
    signal?.addEventListener('abort', () => {
      callOff();
      resolve();
    });
  });
}

/** Web Locks of one profile: whoever waits sleeps, and who died lets go. */
function createLocks(world: World): Locks {
  const waitingByName = new Map<string, (() => void)[]>();
  return {
    async request(name, _, work) {
      const waiting = waitingByName.get(name);
      if (waiting) await world.sleep<void>((wake) => waiting.push(() => wake()));
      else waitingByName.set(name, []);
      try {
        return await work();
      } finally {
        const next = waitingByName.get(name)?.shift();
        if (next) next();
        else waitingByName.delete(name);
      }
    },
  };
}

/** As when a person copies a browser profile: the same device id and token twice. */
export async function copyDatabase(from: Store, to: Store): Promise<void> {
  for (const table of from.strict.tables) {
    const rows = await table.toArray();
    const keys = await table.toCollection().primaryKeys();
    const own = to.strict.table(table.name);
    await (table.schema.primKey.keyPath ? own.bulkPut(rows) : own.bulkPut(rows, keys));
  }
}
