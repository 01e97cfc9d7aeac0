import type { Store } from '../../../src/store/db.ts';
import { finishRemovals } from '../../../src/store/remove.ts';
import { joinTeam } from '../../../src/sync/join.ts';
import { syncTeam } from '../../../src/sync/sync-team.ts';
import { check } from './check.ts';
import { isDeath, someTime } from './death.ts';
import { type Context, copyDatabase, createDevice, type Device } from './device.ts';
import { seedGlobals } from './globals.ts';
import { createHost, type Host } from './host.ts';
import { createNetwork, type Weather } from './network.ts';
import { type Deed, deeds, habits, type Promised } from './people.ts';
import { createRandom, type Random } from './random.ts';
import { createWorld, ENDLESS, type World } from './world.ts';

export interface Outcome {
  seed: number;
  /** What was not as it must be; empty when all was well. */
  wrong: string[];
  /** Everything that happened, for who looks for the reason. */
  story: string[];
  requests: number;
  deeds: number;
}

const START = 1_700_000_000_000;
const TEN_YEARS = 10 * 365 * 24 * 3_600_000;
const ROUNDS_MAX = 15;

let worlds = 0;

/** One story from a seed: people, their devices, a server and everything that can go wrong; then quiet, and the check. */
export async function simulate(seed: number): Promise<Outcome> {
  const random = createRandom(seed);
  const restoreGlobals = seedGlobals(random);
  const world = createWorld(random, START);
  const host = await createHost(world);
  const stage = createStage(world, host, `sim-${seed}-${worlds++}`);
  const outcome: Outcome = { seed, wrong: [], story: world.story, requests: 0, deeds: 0 };
  try {
    await stage.gather();
    await stage.live();
    await stage.rest();
    outcome.wrong.push(...(await check(host, stage.devices, stage.promised, stage.sent)));
  } catch (error) {
    outcome.wrong.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    for (const device of stage.devices) await device.end();
    await host.close();
    restoreGlobals();
  }
  return { ...outcome, requests: stage.sent.length, deeds: stage.count() };
}

function createStage(world: World, host: Host, name: string) {
  const { random } = world;
  const weather: Weather = { bad: 0 };
  const sent: string[] = [];
  const promised: Promised = new Map();
  const devices: Device[] = [];
  const contextsByDevice = new Map<Device, Context[]>();
  const wire = createNetwork(world, host, weather, (body) => sent.push(body));
  const failures: unknown[] = [];
  let done = 0;

  const start = (what: string, work: () => Promise<unknown>) => {
    world.tell(what);
    done++;
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
  const addDevice = async (who: string, link: string): Promise<string> => {
    const device = createDevice(world, wire, `${who}${devices.length}`, `${name}-${devices.length}`);
    devices.push(device);
    if (random.chance(0.5)) device.clockError = someClockError(random);
    const { store, deps } = contextOf(device);
    let member = '';
    await calm(async () => {
      const joined = await joinTeam(store, { link, name: who }, deps);
      if (!joined.ok) throw new Error(joined.failure.code);
      member = joined.value.member.id;
    });
    return member;
  };
  const revive = async () => {
    if (!host.life().isOver()) return;
    world.tell('the server starts again');
    await host.restart();
  };

  /** Two copies of one profile change the same record in the same millisecond. */
  const changeBoth = async (one: Device, other: Device) => {
    const rows = await one
      .look()
      .strict.records.where('[team+id]')
      .between([host.team, ''], [host.team, '\uffff'])
      .toArray();
    const row = rows.find(({ mine, kind, body }) => mine === 1 && kind === 'lesson' && body !== null);
    if (!row) return;
    other.clockError = one.clockError;
    for (const device of [one, other]) {
      const doing = { world, device, context: contextOf(device), team: host.team, promised, id: row.id };
      start(`${device.name} changes ${row.id}`, () => deeds.changeOwn(doing));
    }
  };

  let backup: Awaited<ReturnType<Host['backUp']>> | null = null;
  const upsets: Record<string, () => Promise<void> | void> = {
    'a context dies': () => contextOf(random.pick(devices)).life.end(someTime(random)),
    'the server dies': () => host.life().end(someTime(random)),
    'a clock jumps': () => {
      random.pick(devices).clockError = someClockError(random);
    },
    'a disk is full': () => {
      random.pick(devices).fullFor = random.int(4);
    },
    "the server's disk is full": () => host.fill(random.int(4), 1 + random.int(3)),
    'a backup is made': async () => {
      backup = await host.backUp();
    },
    'a backup is restored': async () => {
      if (backup) await host.restore(backup);
    },
    'a profile is copied': async () => {
      if (devices.length > 5) return;
      const from = random.pick(devices);
      const copy = createDevice(world, wire, `${from.name}copy`, `${name}-${devices.length}`);
      await copyDatabase(from.look(), copy.look());
      devices.push(copy);
      if (random.chance(0.5)) await changeBoth(from, copy);
    },
  };

  return {
    devices,
    promised,
    sent,
    count: () => done,

    /** People join, in fair weather. */
    async gather() {
      for (const who of ['anne', 'ben', 'cara'].slice(0, 2 + random.int(2))) {
        const member = await addDevice(who, await host.invite('member'));
        if (random.chance(0.7)) await addDevice(who, await host.invite('member', member));
      }
      backup = await host.backUp();
    },

    /** Things happen to everyone, at once. */
    async live() {
      weather.bad = random.pick([0, 0.02, 0.1, 0.25]);
      const names = (Object.keys(habits) as Deed[]).flatMap((deed) => Array<Deed>(habits[deed]).fill(deed));
      for (let turns = 20 + random.int(40); turns > 0; turns--) {
        await revive();
        if (random.chance(0.15)) {
          const [what, upset] = random.pick(Object.entries(upsets));
          world.tell(what);
          await upset();
        } else {
          const device = random.pick(devices);
          const context = contextOf(device);
          const deed = random.pick(names);
          start(`${device.name} ${deed}`, () => deeds[deed]({ world, device, context, team: host.team, promised }));
          if (random.chance(0.06)) context.life.end(someTime(random));
          if (random.chance(0.03)) device.fullFor = 1 + random.int(3);
        }
        await world.settle(random.pick([0, 0, 1, 1, 2, 3, 5]));
      }
      await revive();
      await world.settle(ENDLESS);
    },

    /** The weather clears; everyone exchanges until nothing is new. Fails where it does not come to rest. */
    async rest() {
      weather.bad = 0;
      host.fill(0, 0);
      await host.restart();
      for (const device of devices) device.fullFor = 0;
      for (let round = 0; round < ROUNDS_MAX; round++) {
        let news = 0;
        for (const device of devices) {
          const { store, deps } = device.open();
          await calm(async () => {
            await finishAll(store, deps.clock);
            const result = await syncTeam(store, host.team, deps);
            if (!result.ok) throw new Error(`${device.name} cannot exchange: ${result.failure.code}`);
            news += result.value.pushed + result.value.taken;
          });
        }
        if (news === 0) return;
      }
      throw new Error('it does not come to rest');
    },
  };
}

const someClockError = (random: Random): number => Math.floor((random.next() * 2 - 1) * TEN_YEARS);

async function finishAll(store: Store, clock: () => number): Promise<void> {
  const rows = await store.strict.records.filter((row) => row.removeAt !== undefined).toArray();
  await finishRemovals(
    store,
    clock,
    rows.map((row) => [row.team, row.id]),
  );
}
