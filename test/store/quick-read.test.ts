import { expect, test } from 'vitest';
import { find } from '../../src/store/find.ts';
import { loadNumbers } from '../../src/store/load-numbers.ts';
import { rowAt } from '../../src/store/record-at.ts';
import { createDevice, keepLesson } from './device.ts';

test('a search while the database is still being made waits for it', async () => {
  const { relaxed } = createDevice().store;
  const opening = relaxed.open();
  // Dexie says that it is open from the moment the browser lets it make its tables.
  while (!relaxed.isOpen()) await new Promise((resolve) => setImmediate(resolve));
  expect(await find(relaxed, 'anything', { limit: 5 })).toMatchObject({ hits: [], total: 0 });
  await opening;
});

test('what goes wrong in looking at what was read is told to whoever waits, and reading goes on', async () => {
  const device = createDevice();
  const { relaxed } = device.store;
  await keepLesson(device, { title: 'Tea' }, 'one');
  const number = (await rowAt(relaxed, ['', 'one']))?.number ?? -1;
  const fail = () => {
    throw new Error('It is odd.');
  };
  await expect(loadNumbers(relaxed, [number], fail)).rejects.toThrow('It is odd.');
  const seen: unknown[] = [];
  const found = await loadNumbers(relaxed, [number], (one) => seen.push(one));
  expect(seen).toEqual([...found.values()]);
  await loadNumbers(relaxed, [number], (one) => seen.push(one));
  expect(seen, 'also of what is known already').toHaveLength(2);
});
