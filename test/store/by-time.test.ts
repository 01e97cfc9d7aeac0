import { expect, it } from 'vitest';
import { numbersWithin } from '../../src/store/by-time.ts';
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
