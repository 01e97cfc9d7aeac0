import { expect, test } from 'vitest';
import { find } from '../../src/store/find.ts';
import { edit } from '../../src/store/keep.ts';
import { quickStanding } from '../../src/store/quick-standing.ts';
import { remove } from '../../src/store/remove.ts';
import { createDevice, type Device, keepLesson, value } from './device.ts';

const hitsFor = async ({ store }: Device, typed: string) => (await find(store.relaxed, typed, { limit: 10 })).hits;
const write = (device: Device, id: string, note: string) =>
  edit(device.store, ['', id], (body) => ({ ...body, note }), device.clock).then(value);

test('what nobody touched is the same; what was edited says its new words, marked where it is still found, and stays where it stood', async () => {
  const device = createDevice();
  for (const id of ['a', 'b', 'c', 'd']) await keepLesson(device, { quote: '', note: `A kettle of kind ${id}` }, id);
  const before = await hitsFor(device, 'kettle whistle');
  expect(before.map(({ isWhole }) => isWhole)).toEqual([false, false, false, false]);
  await write(device, 'b', 'This kettle may whistle');
  await write(device, 'c', 'A train arrives');
  value(await remove(device.store, [['', 'd']], 10_000, device.clock));
  const latest = await hitsFor(device, 'kettle whistle');
  const now = await quickStanding(device.store.relaxed, before, latest);
  expect([...now.keys()].sort()).toEqual([' a', ' b', ' c']);
  const whichWas = (id: string) => before.find(({ record }) => record.id === id);
  expect(now.get(' a')).toBe(whichWas('a'));
  const found = latest.find(({ record }) => record.id === 'b');
  expect(found?.isWhole).toBe(true);
  expect(now.get(' b')).toEqual({ ...found, isWhole: false });
  expect(now.get(' c')).toMatchObject({ record: { body: { note: 'A train arrives' } }, marks: [], isWhole: false });
});

test('what was found of a version that is not the latest any more marks nothing', async () => {
  const device = createDevice();
  await keepLesson(device, { quote: '', note: 'A kettle' }, 'a');
  const before = await hitsFor(device, 'kettle');
  await write(device, 'a', 'Behind the stove a kettle');
  const latest = await hitsFor(device, 'kettle');
  await write(device, 'a', 'Tea');
  const now = await quickStanding(device.store.relaxed, before, latest);
  expect(now.get(' a')).toMatchObject({ record: { body: { note: 'Tea' } }, marks: [] });
});
