import { isOver } from '../../../src/store/ended.ts';
import { someTime } from './death.ts';
import { joinAgain, leave } from './departures.ts';
import type { Device } from './device.ts';
import { type Stage, someClockError } from './stage.ts';

/** What can go wrong for everyone, each with how often beside the others. */
export function createUpsets(stage: Stage): [what: string, how: () => Promise<void> | void, often: number][] {
  const { world, host, facts, devices } = stage;
  const { random } = world;
  let backup: unknown = null;
  const someMember = (): string => random.pick(devices).member;

  return [
    ['a context dies', () => stage.contextOf(random.pick(devices)).life.end(someTime(random)), 3],
    ['the server dies', () => host.life().end(someTime(random)), 3],
    [
      'a clock jumps',
      () => {
        random.pick(devices).clockError = someClockError(random);
      },
      2,
    ],
    [
      'a disk is full',
      () => {
        random.pick(devices).fullFor = random.int(4);
      },
      2,
    ],
    ["the server's disk is full", () => host.fill(random.int(4), 1 + random.int(3)), 2],
    [
      'a backup is made',
      async () => {
        backup = await host.backUp();
      },
      2,
    ],
    [
      'a backup is restored',
      async () => {
        if (!backup) return;
        await noteHeld(stage);
        await host.restore(backup);
      },
      2,
    ],
    [
      'an empty server takes its place',
      async () => {
        await noteHeld(stage);
        await host.replace();
        // Who took back by leaving is not there to say so again, and nobody else knows.
        facts.takenBack.clear();
      },
      1,
    ],
    ['deletions leave the feed', () => host.compact(2 + random.int(3)), 4],
    [
      'a profile is copied',
      async () => {
        const from = random.pick(devices);
        const copy = await stage.copy(from);
        if (copy && random.chance(0.5)) await changeBoth(stage, from, copy);
      },
      2,
    ],
    [
      'two devices of one person change the same record',
      async () => {
        const one = random.pick(devices);
        const other = devices.find((device) => device !== one && device.member === one.member);
        if (other) await changeBoth(stage, one, other);
      },
      4,
    ],
    [
      'something is taken back and shared again by another clock',
      async () => {
        const device = random.pick(devices);
        const lessons = await ownLessons(device, host.team);
        if (lessons.length === 0) return;
        const id = random.pick(lessons);
        stage.do(device, stage.contextOf(device), 'takeBack', id);
        await world.settle(1);
        device.clockError = someClockError(random);
        stage.do(device, stage.contextOf(device), 'shareAgain', id);
      },
      1,
    ],
    [
      'one device deletes what another edits',
      async () => {
        const one = random.pick(devices);
        const other = devices.find((device) => device !== one && device.member === one.member);
        const id = other && (await someOfBoth(stage, one, other));
        if (!id) return;
        stage.do(one, stage.contextOf(one), 'removeAtOnce', id);
        stage.do(other, stage.contextOf(other), 'changeOwn', id);
      },
      2,
    ],
    [
      'the line becomes slow, or quick again',
      () => {
        const isQuick = stage.weather.fits === Number.POSITIVE_INFINITY;
        stage.weather.fits = isQuick ? random.pick([400, 700, 1_000]) : Number.POSITIVE_INFINITY;
      },
      2,
    ],
    ['somebody looks at the page', () => stage.listen(random.pick(devices)), 5],
    ['somebody looks away', () => stage.hush('one'), 2],
    ['a disk has no room for some of the news', () => fillBetweenNews(stage), 2],
    [
      'a device leaves',
      () => {
        const device = random.pick(devices);
        if (random.chance(0.5)) leave(stage, device);
      },
      2,
    ],
    [
      'who left joins again',
      async () => {
        const device = devices.find(({ token }) => facts.ended.has(token));
        if (device && !facts.removed.has(device.member)) await joinAgain(stage, device);
      },
      2,
    ],
    [
      'a role changes',
      async () => {
        const member = someMember();
        facts.demoted.add(member);
        await host.setRole(member, random.pick(['reader', 'reader', 'member', 'admin']));
      },
      2,
    ],
    [
      'a member is removed',
      async () => {
        const member = someMember();
        if (facts.removed.size > 0 || random.chance(0.5)) return;
        facts.removed.add(member);
        await host.removeMember(member);
      },
      1,
    ],
  ];
}

/** Somebody looks at the page while colleagues share one thing after the other, and cannot keep the first of it. */
async function fillBetweenNews(stage: Stage): Promise<void> {
  const { world, devices } = stage;
  const [reader, writer] = [world.random.pick(devices), world.random.pick(devices)];
  stage.listen(reader);
  await world.settle(15);
  reader.fullFor = 1 + world.random.int(3);
  for (const deed of ['write', 'sync', 'write', 'sync', 'write', 'sync'] as const) {
    stage.do(writer, stage.contextOf(writer), deed);
    await world.settle(5);
  }
}

/** Two devices change the same record in the same millisecond. */
async function changeBoth(stage: Stage, one: Device, other: Device): Promise<void> {
  const id = await someOfBoth(stage, one, other);
  if (!id) return;
  other.clockError = one.clockError;
  for (const device of [one, other]) stage.do(device, stage.contextOf(device), 'changeOwn', id);
}

/** One of their own lessons that both have. */
async function someOfBoth({ world, host }: Stage, one: Device, other: Device): Promise<string | undefined> {
  const [here, there] = await Promise.all([one, other].map((device) => ownLessons(device, host.team)));
  const both = (here ?? []).filter((id) => there?.includes(id));
  return both.length > 0 ? world.random.pick(both) : undefined;
}

async function ownLessons(device: Device, team: string): Promise<string[]> {
  const rows = await rowsOf(device, team);
  return rows.filter(({ mine, kind, body }) => mine === 1 && kind === 'lesson' && body !== null).map(({ id }) => id);
}

const rowsOf = (device: Device, team: string) =>
  device.look().strict.records.where('[team+id]').between([team, ''], [team, '\uffff']).toArray();

/** What of others' each device holds when the server is about to lose something. */
async function noteHeld({ host, facts, devices }: Stage): Promise<void> {
  for (const device of devices) {
    const team = await device.look().strict.teams.get(host.team);
    if (isOver(team?.problem?.code)) continue;
    const rows = await rowsOf(device, host.team);
    const ids = rows.filter(({ mine, kind, body }) => !mine && kind !== 'profile' && body !== null).map(({ id }) => id);
    facts.held.push({ device, ids });
  }
}
