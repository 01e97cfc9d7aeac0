import { beforeEach, expect, it } from 'vitest';
import { complete } from '../../src/store/complete.ts';
import { takeIn } from '../../src/store/feed.ts';
import { find } from '../../src/store/find.ts';
import { nameMarks } from '../../src/store/name-marks.ts';
import { asJson } from '../../src/store/row.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, type Device, keepLesson, team, value } from './device.ts';

let device: Device;
let n = 0;
const theirs = (id: string, author: string, kind: string, body: object) => ({
  ...{ id, kind, author, schema: 1, body: asJson({ created: 1, ...body }) },
  version: { n: ++n, time: 1, device: 'd', hash: 'h' },
});
const ask = (typed: string) => find(device.store.relaxed, typed, { limit: 10 });
const whole = async (typed: string) =>
  (await ask(typed)).hits
    .filter(({ isWhole }) => isWhole)
    .map(({ record }) => record.id)
    .sort();
const finish = (typed: string) => complete(device.store.relaxed, typed, 5);

beforeEach(async () => {
  device = createDevice();
  await addTeam(device.store, team(), device.clock);
  const records = [
    theirs('p1', 'joerg', 'profile', { name: 'Jörg Müller' }),
    theirs('p2', 'jolanda', 'profile', { name: 'Jolanda Mulder' }),
    theirs('p3', 'plain', 'profile', { name: 'Eva Mueller' }),
    theirs('p4', 'marks', 'profile', { name: 'Anna Go\u0308tz' }),
    theirs('proxy', 'joerg', 'lesson', { title: 'Restart the proxy' }),
    theirs('server', 'jolanda', 'lesson', { title: 'Restart the server' }),
    theirs('router', 'plain', 'lesson', { title: 'Restart the router' }),
    theirs('switch', 'marks', 'lesson', { title: 'Restart the switch' }),
  ];
  value(await takeIn(device.store, 'team-1', records));
});

it('somebody with umlauts is found without, and as these are typed where there are none', async () => {
  for (const typed of ['Jörg', 'jorg', 'joerg', 'Joerg Müller', 'Joerg Mueller', 'joer', 'joerg proxy', 'Jörg Muller'])
    expect(await whole(typed), typed).toEqual(['proxy']);
  expect(await whole('mueller')).toEqual(['proxy', 'router']);
  expect(await whole('Goetz')).toEqual(['switch']);
  expect((await ask('Joerg Mueller')).unwritten).toBeUndefined();
  // Who has none is not called so.
  expect(await whole('joel')).toEqual([]);
  expect(await whole('Müller')).toEqual(['proxy']);
});

it('by: knows them so as well, and offers them', async () => {
  for (const typed of ['by:joerg', 'by:jorg', 'by:Jörg', 'by:"Joerg Mueller"', 'by:"joerg m'])
    expect(await whole(typed), typed).toEqual(['proxy']);
  expect(await whole('by:mueller')).toEqual(['proxy', 'router']);
  expect(await whole('by:muller')).toEqual(['proxy']);
  expect(await whole('by:joel')).toEqual([]);
  expect(await finish('by:joe')).toEqual(['by:"Jörg Müller" ']);
});

it('where it was looked for in a name that name is marked', async () => {
  const { called } = await ask('mueller restart');
  expect(nameMarks(called)('Jörg Müller')).toEqual([5, 11, 0]);
});

it('so is a tag, where nothing has one that is spelled so', async () => {
  await keepLesson(device, { tags: ['Büro'] }, 'desk');
  await keepLesson(device, { tags: ['burger'] }, 'lunch');
  for (const way of ['fresh', 'in a segment']) {
    if (way !== 'fresh') await flush(device.store.relaxed, 1);
    for (const typed of ['tag:büro', 'tag:buro', 'tag:buero', 'tag:Buero '])
      expect(await whole(typed), typed).toEqual(['desk']);
    expect(await whole('-tag:buero is:mine')).toEqual(['lunch']);
    for (const typed of ['tag:buerg', 'tag:bue']) expect(await whole(typed), typed).toEqual([]);
  }
  expect(await finish('tag:bue')).toEqual(['tag:Büro ']);
  expect(await finish('tag:buero')).toEqual(['tag:Büro ']);
  await keepLesson(device, { tags: ['Buero'] }, 'plain');
  expect(await whole('tag:buero')).toEqual(['plain']);
  expect(await whole('tag:bue')).toEqual(['plain']);
  expect(await finish('tag:bu')).toEqual(expect.arrayContaining(['tag:Büro ', 'tag:Buero ']));
});
