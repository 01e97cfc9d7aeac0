import type { Store } from '../../../src/store/db.ts';
import { isOver } from '../../../src/store/ended.ts';
import { finishRemovals } from '../../../src/store/remove.ts';
import { syncTeam } from '../../../src/sync/sync-team.ts';
import { check, type Facts } from './check.ts';
import { someTime } from './death.ts';
import { joinAgain } from './departures.ts';
import type { Device } from './device.ts';
import { seedGlobals } from './globals.ts';
import { createHost } from './host.ts';
import { lightenHttp } from './light-http.ts';
import { type Deed, habits } from './people.ts';
import type { Stores } from './profile-disk.ts';
import { createRandom } from './random.ts';
import { createStage, type Stage } from './stage.ts';
import { createUpsets } from './upsets.ts';
import { createWorld, ENDLESS } from './world.ts';

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
const ROUNDS_MAX = 15;

let worlds = 0;

/** One story from a seed: people, their devices, a server and everything that can go wrong; then quiet, and the check. */
export async function simulate(seed: number, stores: Stores): Promise<Outcome> {
  const random = createRandom(seed);
  const restoreGlobals = [seedGlobals(random), ...(stores === 'memory' ? [lightenHttp()] : [])];
  const world = createWorld(random, START);
  const host = await createHost(world, stores);
  const stage = createStage(world, host, stores, `sim-${seed}-${worlds++}`);
  const outcome: Outcome = { seed, wrong: [], story: world.story, requests: 0, deeds: 0 };
  try {
    await gather(stage);
    await live(stage);
    await rest(stage);
    outcome.wrong.push(...(await check(host, stage.devices, stage.facts)));
  } catch (error) {
    outcome.wrong.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    for (const device of stage.devices) await device.disk.end();
    await host.close();
    for (const restore of restoreGlobals) restore();
  }
  return { ...outcome, requests: stage.facts.sent.length, deeds: stage.count() };
}

/** People join, in fair weather; mostly they have shared something already that all have. */
async function gather(stage: Stage): Promise<void> {
  const { world, host, join, devices } = stage;
  for (const who of ['anne', 'ben', 'cara'].slice(0, world.random.chance(0.3) ? 3 : 2)) {
    const member = await join(who, await host.invite('member'));
    if (world.random.chance(0.5)) await join(who, await host.invite('member', member));
  }
  if (world.random.chance(0.5)) return;
  for (const deed of ['write', 'sync', 'sync'] as const) {
    for (const device of devices) {
      stage.do(device, stage.contextOf(device), deed);
      await world.settle(ENDLESS);
    }
  }
}

const often = <T>(some: [T, number][]): T[] => some.flatMap(([one, times]) => Array<T>(times).fill(one));

/** Things happen to everyone, at once. */
async function live(stage: Stage): Promise<void> {
  const { world, devices, weather } = stage;
  const { random } = world;
  weather.bad = random.pick([0, 0.02, 0.1, 0.25]);
  const names = often(Object.entries(habits) as [Deed, number][]);
  const upsets = often(createUpsets(stage).map(([what, how, times]) => [{ what, how }, times]));
  for (let turns = 5 + random.int(30); turns > 0; turns--) {
    await stage.revive();
    if (random.chance(0.15)) {
      const { what, how } = random.pick(upsets);
      world.tell(what);
      await how();
    } else {
      const device = random.pick(devices);
      const context = stage.contextOf(device);
      stage.do(device, context, random.pick(names));
      if (random.chance(0.06)) context.life.end(someTime(random));
      if (random.chance(0.03)) device.fullFor = 1 + random.int(3);
    }
    await world.settle(random.pick([0, 0, 1, 1, 2, 3, 5]));
  }
  await stage.revive();
  stage.hush('all');
  await world.settle(ENDLESS);
}

/** The weather clears; everyone exchanges until nothing is new. Fails where it does not come to rest. */
async function rest(stage: Stage): Promise<void> {
  const { world, host, facts, devices } = stage;
  Object.assign(stage.weather, { bad: 0, fits: Number.POSITIVE_INFINITY });
  host.fill(0, 0);
  await host.restart();
  for (const device of devices) device.fullFor = 0;
  for (const member of facts.demoted) if (world.random.chance(0.6)) await host.setRole(member, 'member');
  // Where the feed stood when a device last found nothing new: until it moves there is nothing to ask for.
  const quietAt = new Map<Device, string>();
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const before = await host.place();
    const behind = devices.filter((device) => quietAt.get(device) !== before);
    if (behind.length === 0) return;
    for (const device of behind) {
      const news = await exchange(stage, device);
      if (news === 0) quietAt.set(device, await host.place());
    }
  }
  throw new Error('it does not come to rest');
}

async function exchange(stage: Stage, device: Device): Promise<number> {
  const { host, facts, calm } = stage;
  const { store, deps } = device.open();
  let news = 0;
  await calm(async () => {
    await finishAll(store, deps.clock);
    const before = await store.strict.teams.get(host.team);
    const result = await syncTeam(store, host.team, deps);
    const after = await store.strict.teams.get(host.team);
    // What was pushed before it had to sweep or start over shows in the place it has come to.
    const waiting = await store.strict.outbox.where('team').equals(host.team).count();
    const isOn = after?.cursor !== before?.cursor || waiting > 0;
    if (result.ok) news = result.value.pushed + result.value.taken + (isOn ? 1 : 0);
    else if (result.failure.code === 'no-token' && device.hasJoinedAgain) {
      // The backup that was restored is older than its joining: the server cannot know it any more.
      await joinAgain(stage, device);
      news = 1;
    } else if (result.failure.code === 'incomplete') news = 1;
    else if (!mayFail(result.failure.code, device, facts))
      throw new Error(`${device.name} cannot exchange: ${result.failure.code}`);
  });
  return news;
}

/** Whoever was sent away or has left exchanges nothing more. */
function mayFail(code: string, { member, token, hasLeft, isLeaving }: Device, { removed, ended }: Facts): boolean {
  if (code === 'no-team') return hasLeft || isLeaving;
  return isOver(code) && (removed.has(member) || ended.has(token));
}

async function finishAll(store: Store, clock: () => number): Promise<void> {
  const rows = await store.strict.records.filter((row) => row.removeAt !== undefined).toArray();
  await finishRemovals(
    store,
    clock,
    rows.map((row) => [row.team, row.id]),
  );
}
