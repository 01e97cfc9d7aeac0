import { beforeEach, expect, it } from 'vitest';
import { takeIn } from '../../src/store/feed.ts';
import { find } from '../../src/store/find.ts';
import { asJson } from '../../src/store/row.ts';
import { addTeam } from '../../src/store/team.ts';
import { createDevice, type Device, keepLesson, reopen, team, value } from './device.ts';
import { takeMany } from './take-many.ts';

/** What somebody is told of all places where an address leads to is told of the whole answer. */
let device: Device;
beforeEach(() => {
  device = createDevice();
});

const PAGE = { url: 'https://docs.example/guide', href: 'https://docs.example/guide', title: '', selectors: [] };
const ask = (typed: string) => find(device.store.relaxed, typed, { limit: 5 });

it('that there may be more that says it, where not all were asked that have its words', async () => {
  const others = (count: number) => Array.from({ length: count }, () => ({ title: 'A guide, docs and an example' }));
  await keepLesson(device, { target: PAGE });
  await takeMany(device, others(20));
  expect((await ask('docs.example/guide')).isCut).toBeUndefined();
  await takeMany(device, others(300));
  expect(await ask('docs.example/guide')).toMatchObject({ whole: 1, isCut: true });
});

it('that there are about so many, where not all were asked whether what is typed without spaces stands there', async () => {
  const bodies = Array.from({ length: 130 }, () => ({ title: '東京都', target: PAGE }));
  await takeMany(device, bodies);
  expect(await ask('東京都 docs.example/guide ')).toMatchObject({ whole: 130, isAbout: true });
});

it('that an operator beside it is typed wrongly', async () => {
  await keepLesson(device, { target: PAGE });
  const found = await ask('is:blue docs.example/guide ');
  expect(found).toMatchObject({ whole: 1, problem: { code: 'search-is', detail: 'blue' } });
});

it('that older ones may be missing, while the index is being made anew', async () => {
  const older = Array.from({ length: 300 }, () => ({ title: 'Older', target: PAGE }));
  await takeMany(device, older);
  const { relaxed } = reopen(device);
  await relaxed.segments.toCollection().modify({ format: 99 });
  await keepLesson(device, { target: PAGE });
  const missing = await find(relaxed, 'docs.example/guide', { limit: 5, patienceMs: 0 });
  expect(missing).toMatchObject({ isPartial: true });
  const all = await find(relaxed, 'docs.example/guide', { limit: 5, patienceMs: 60_000 });
  expect([all.total, all.isPartial]).toEqual([301, undefined]);
});

it('what beside it was looked for in names', async () => {
  await addTeam(device.store, team(), device.clock);
  const theirs = (kind: string, body: object) => {
    const version = { n: 1, time: 1, device: 'd', hash: 'h' };
    return { id: kind, kind, author: 'soren', schema: 1, version, body: asJson({ created: 1, ...body }) };
  };
  const records = [
    theirs('profile', { name: 'Søren Kierkegård' }),
    theirs('lesson', { title: 'Brakes', target: PAGE }),
  ];
  value(await takeIn(device.store, 'team-1', records));
  const { whole, called } = await ask('søren docs.example/guide ');
  expect([whole, called]).toEqual([1, [{ word: 'soren', isOpen: false }]]);
});
