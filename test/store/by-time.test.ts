import { expect, it, onTestFinished, vi } from 'vitest';
import { latestOf, numbersWithin } from '../../src/store/by-time.ts';
import { EVER } from '../../src/store/spans.ts';
import { createDevice, keepLesson } from './device.ts';

it('which records were made in some days is read once, not with each letter', async () => {
  const device = createDevice();
  for (const created of [10, 20, 30]) await keepLesson(device, { title: 'made', created });
  const stands = {};
  const db = device.store.relaxed;
  const days = (from: number, to: number) => numbersWithin(db, stands, [{ from, to }]);
  const numbers = (await db.records.toArray()).map(({ number = 0 }) => number);
  const has = await days(15, 30);
  expect(numbers.map((number) => has?.(number))).toEqual([false, true, false]);
  expect(await days(15, 30)).toBe(has);
  expect(numbers.map((await days(0, 15)) ?? (() => null))).toEqual([true, false, false]);
  expect(await numbersWithin(db, {}, [{ from: 15, to: 30 }])).not.toBe(has);
});

it('of days that were asked for the last alone are remembered, for a panel that stays open for weeks', async () => {
  const device = createDevice();
  await keepLesson(device, { title: 'made', created: 10 });
  const reading = vi.spyOn(IDBIndex.prototype, 'getAllKeys');
  onTestFinished(() => reading.mockRestore());
  const stands = {};
  const times: number[] = [];
  for (const to of [20, 20, 30, 20]) {
    expect(await latestOf(device.store.relaxed, stands, 'lesson', [{ from: 0, to }], 5)).toHaveLength(1);
    times.push(reading.mock.calls.length);
  }
  expect(times).toEqual([1, 1, 2, 3]);
});

it('two hundred thousand of a kind are no more than it can hold', async () => {
  const device = createDevice();
  await keepLesson(device, { title: 'made' });
  const all = Array.from({ length: 200_000 }, (_, i) => 200_000 - i);
  const many = vi.spyOn(IDBIndex.prototype, 'getAllKeys').mockImplementation(() => {
    const request = { result: all, onsuccess: () => {} };
    queueMicrotask(() => request.onsuccess());
    return request as unknown as IDBRequest<IDBValidKey[]>;
  });
  onTestFinished(() => many.mockRestore());
  expect(await latestOf(device.store.relaxed, {}, 'lesson', EVER, 200_000)).toEqual(all);
});
