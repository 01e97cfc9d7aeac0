import { expect, test } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { adopt } from '../../src/store/adopt.ts';
import { STAMP } from '../../src/store/index-stamp.ts';
import { readStamping } from '../../src/store/stamping.ts';
import { tendIndex } from '../../src/store/tend-index.ts';
import { createDevice, type Device, keepLesson, reopen, value } from './device.ts';

/** A thousand come with a segment of their own, past what is fresh; fifty more do not. */
const many = (count = 1_050) =>
  Array.from({ length: count }, (_, n) => ({
    id: createId(),
    kind: 'lesson',
    schema: 1,
    version: { n: 1, time: n, device: 'd', hash: 'h' },
    body: { created: n, title: 'Imported' },
  }));

const lastNumber = async ({ store }: Device): Promise<number> =>
  Number((await store.relaxed.records.orderBy('number').reverse().limit(1).keys())[0] ?? 0);

test('whoever takes numbers at once in one transaction gets others', async () => {
  const { store } = createDevice();
  const { meta, fresh, records } = store.relaxed;
  const taken = await store.relaxed.transaction('rw', meta, fresh, records, async () => {
    const stamping = readStamping(store.relaxed);
    const firsts = await Promise.all([3, 1, 2].map((count) => stamping.take(count)));
    await stamping.stamp();
    return firsts;
  });
  expect(new Set([taken[0], taken[1], taken[2]].map((first) => (first ?? 0) - (taken[0] ?? 0)))).toEqual(
    new Set([0, 3, 4]),
  );
  const next = await store.relaxed.transaction('rw', meta, fresh, records, () => readStamping(store.relaxed).take(1));
  expect(next).toBe((taken[2] ?? 0) + 2);
});

test('pages that write at once give no number twice', async () => {
  const [here, other] = [createDevice(), createDevice()];
  const there = { ...other, store: reopen(here) };
  const keepSome = async (device: Device) => {
    for (let n = 0; n < 20; n++) await keepLesson(device);
  };
  const imports = [adopt(here.store, many()), adopt(there.store, many())];
  await Promise.all([...imports, keepSome(here), keepSome(there)]);
  const { records, fresh, segments } = here.store.relaxed;
  expect(await records.orderBy('number').uniqueKeys()).toHaveLength(2_140);
  expect(await fresh.count()).toBe(40 + 2 * 50);
  for (const { from, to } of await segments.toArray()) {
    expect(await fresh.where('number').between(from, to, true, true).count()).toBe(0);
  }
});

test.each([
  ['lost', undefined],
  ['one of an older version, which had no number in it', '7b0e0c4e-0f6b-4b0e-9f0e-3d2c1b0a9f8e'],
])('where the stamp is %s, a number is still never given twice', async (_, stamp) => {
  const device = createDevice();
  const { meta } = device.store.relaxed;
  const lose = () => (stamp === undefined ? meta.delete(STAMP) : meta.put({ key: STAMP, value: stamp }));
  for (let n = 0; n < 130; n++) await keepLesson(device);
  while (await tendIndex(device.store, 10));
  const before = await lastNumber(device);
  await lose();
  await keepLesson(device);
  expect(await lastNumber(device)).toBeGreaterThan(before);
  await keepLesson(device);
  expect(await device.store.relaxed.records.orderBy('number').uniqueKeys()).toHaveLength(132);
  value(await adopt(device.store, many(250)));
  await lose();
  await keepLesson(device);
  expect(await device.store.relaxed.records.orderBy('number').uniqueKeys()).toHaveLength(383);
});
