import { followTeam } from '../../../src/sync/follow.ts';
import { joinTeam } from '../../../src/sync/join.ts';
import type { Facts } from './check.ts';
import { watchCursor } from './cursor.ts';
import { isDeath } from './death.ts';
import { type Context, createDevice, type Device } from './device.ts';
import type { Host } from './host.ts';
import { createNetwork, type Weather } from './network.ts';
import { type Deed, deeds } from './people.ts';
import type { Stores } from './profile-disk.ts';
import type { Random } from './random.ts';
import { ENDLESS, type World } from './world.ts';

const TEN_YEARS = 10 * 365 * 24 * 3_600_000;
const DEVICES_MAX = 6;

/** Where a story plays: devices, their contexts, and what is known about all of it. */
export interface Stage {
  world: World;
  host: Host;
  weather: Weather;
  facts: Facts;
  devices: Device[];
  /** How many pieces of work were begun. */
  count(): number;
  /** Some context of a device that lives; now and then a second one. */
  contextOf(device: Device): Context;
  /** Begins a piece of work; the world goes on without it when it waits. */
  start(what: string, work: () => Promise<unknown>): void;
  /** Does a piece of work to its end. */
  calm(work: () => Promise<unknown>): Promise<void>;
  do(device: Device, context: Context, deed: Deed, id?: string): void;
  /** Adds a device that joins with a link; gives its member. */
  join(who: string, link: string): Promise<string>;
  /** A copy of a device's whole profile. */
  copy(from: Device): Promise<Device | null>;
  /** Follows the team's stream on some context of a device, until told to stop. */
  listen(device: Device): void;
  /** Stops following: one of those who do, or all. */
  hush(which: 'one' | 'all'): void;
  /** Starts the server again where it is dead. */
  revive(): Promise<void>;
}

export function createStage(world: World, host: Host, stores: Stores, name: string): Stage {
  const { random } = world;
  const facts: Facts = {
    promised: new Map(),
    edits: [],
    poisoned: new Set(),
    leaving: new Set(),
    ahead: new Set(),
    removed: new Set(),
    demoted: new Set(),
    ended: new Set(),
    departed: new Set(),
    takenBack: new Map(),
    withdrawing: new Set(),
    held: [],
    sent: [],
    missed: new Set(),
  };
  const weather: Weather = { bad: 0, fits: Number.POSITIVE_INFINITY };
  const devices: Device[] = [];
  const contextsByDevice = new Map<Device, Context[]>();
  const wire = createNetwork(world, host, weather, (body) => facts.sent.push(body));
  const failures: unknown[] = [];
  const listening: AbortController[] = [];
  let begun = 0;

  const start = (what: string, work: () => Promise<unknown>) => {
    world.tell(what);
    begun++;
    void world.run(work).catch((error: unknown) => {
      if (!isDeath(error)) failures.push(error);
    });
  };
  const calm = async (work: () => Promise<unknown>) => {
    start('calmly', work);
    await world.settle(ENDLESS);
    if (failures.length > 0) throw failures[0];
  };
  const contextOf = (device: Device): Context => {
    const contexts = (contextsByDevice.get(device) ?? []).filter(({ life }) => !life.isOver());
    if (contexts.length === 0 || (contexts.length < 2 && random.chance(0.2))) contexts.push(device.open());
    contextsByDevice.set(device, contexts);
    return random.pick(contexts);
  };
  const add = (who: string): Device => {
    const device = createDevice(world, wire, who, stores, `${name}-${devices.length}`);
    devices.push(device);
    watchCursor(device, host, (sentence) => facts.missed.add(sentence));
    return device;
  };

  return {
    world,
    host,
    weather,
    facts,
    devices,
    count: () => begun,
    contextOf,
    start,
    calm,
    do(device, context, deed, id) {
      const doing = { ...facts, world, device, context, team: host.team };
      start(`${device.name} ${deed}`, () => deeds[deed](id === undefined ? doing : { ...doing, id }));
    },
    async join(who, link) {
      const device = add(`${who}${devices.length}`);
      if (random.chance(0.5)) device.clockError = someClockError(random);
      const { store, deps } = contextOf(device);
      await calm(async () => {
        const joined = await joinTeam(store, { link, name: who }, deps);
        if (!joined.ok) throw new Error(joined.failure.code);
        device.member = joined.value.member.id;
      });
      return device.member;
    },
    async copy(from) {
      if (devices.length >= DEVICES_MAX) return null;
      const copy = add(`${from.name}copy${devices.length}`);
      await from.disk.copyTo(copy.disk);
      copy.member = from.member;
      const { token, hasLeft, isLeaving, mayBeBack, hasJoinedAgain } = from;
      Object.assign(copy, { token, hasLeft, isLeaving, mayBeBack, hasJoinedAgain });
      for (const one of [from, copy]) one.isCopied = true;
      return copy;
    },
    listen(device) {
      const { store, deps } = contextOf(device);
      const stop = new AbortController();
      listening.push(stop);
      // Between two tries it is this work itself that waits; whoever else waits does so beside their work.
      const wait = (ms: number, signal?: AbortSignal) =>
        signal === stop.signal ? pause(world, ms, signal) : deps.wait(ms, signal);
      start(`${device.name} listens`, () => followTeam(store, host.team, { ...deps, wait }, stop.signal));
    },
    hush(which) {
      for (const stop of listening.splice(0, which === 'one' ? 1 : listening.length)) stop.abort();
    },
    async revive() {
      if (!host.life().isOver()) return;
      world.tell('the server starts again');
      await host.restart();
    },
  };
}

const pause = (world: World, ms: number, stop: AbortSignal): Promise<void> =>
  world.sleep<void>((wake) => {
    if (stop.aborted) return wake();
    const callOff = world.plan('a pause is over', ms, () => wake());
    stop.addEventListener('abort', () => {
      callOff();
      wake();
    });
  });

/** What a clock is wrong by: up to ten years, either way. */
export const someClockError = (random: Random): number => Math.floor((random.next() * 2 - 1) * TEN_YEARS);
