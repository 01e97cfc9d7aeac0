import { expect, test } from 'vitest';
import { find } from '../../src/store/find.ts';
import { createDevice } from './device.ts';

test('a search while the database is still being made waits for it', async () => {
  const { relaxed } = createDevice().store;
  const opening = relaxed.open();
  // Dexie says that it is open from the moment the browser lets it make its tables.
  while (!relaxed.isOpen()) await new Promise((resolve) => setImmediate(resolve));
  expect(await find(relaxed, 'anything', { limit: 5 })).toMatchObject({ hits: [], total: 0 });
  await opening;
});
