import type { Store } from '../../../src/store/db.ts';
import type { Locks, SyncDeps } from '../../../src/sync/deps.ts';
import { createLife, type Life } from './death.ts';
import type { Way } from './memory/disk.ts';
import { openDisk, type ProfileDisk, type Stores } from './profile-disk.ts';
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
  disk: ProfileDisk;
  /** Whose it is; '' before joining. */
  member: string;
  /** What its clock is wrong by. */
  clockError: number;
  /** How many more writes find a full disk. */
  fullFor: number;
  /** Shares its device id with a copy. */
  isCopied: boolean;
  /** Which of the server's tokens it has: its own, or that of the profile it is a copy of. */
  token: string;
  /** Has left the team by itself. */
  hasLeft: boolean;
  /** Has asked to leave, whatever came of it. */
  isLeaving: boolean;
  /** Has tried to join again, whatever came of it. */
  mayBeBack: boolean;
  /** Has left, or was sent away, and come again. */
  hasJoinedAgain: boolean;
  open(): Context;
  /** Opens it to look at, with nothing in the way. */
  look(): Store;
}

/** How often somebody else's transaction comes in between. */
const OTHERS_FIRST = 0.04;

export function createDevice(world: World, wire: Wire, name: string, stores: Stores, database: string): Device {
  const locks = createLocks(world);
  const disk = openDisk(stores, database);
  const wayOf = (life: Life): Way => ({
    pass: life.pass,
    write() {
      if (device.fullFor <= 0) return;
      device.fullFor--;
      throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    },
    turn: () =>
      world.random.chance(OTHERS_FIRST)
        ? world.sleep<void>((wake) => world.plan('a transaction begins', 0, () => wake()))
        : undefined,
  });
  const device: Device = {
    name,
    disk,
    member: '',
    clockError: 0,
    fullFor: 0,
    isCopied: false,
    token: name,
    hasLeft: false,
    isLeaving: false,
    mayBeBack: false,
    hasJoinedAgain: false,
    open() {
      const life = createLife();
      const deps: SyncDeps = {
        clock: () => world.now() + device.clockError,
        fetch: (url, init) => wire.fetch(url, init, life),
        locks: { request: (...given) => locks.request(...given) },
        wait: (ms, signal) => wait(world, ms, signal),
        deviceName: name,
      };
      return { store: disk.open(wayOf(life)), deps, life };
    },
    look: disk.look,
  };
  return device;
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
