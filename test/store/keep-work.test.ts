import { afterEach, expect, test, vi } from 'vitest';
import { createDevice, keepLesson } from './device.ts';

afterEach(() => vi.restoreAllMocks());

test('to keep a lesson asks the database for six things, however much there is', async () => {
  const device = createDevice();
  for (let n = 0; n < 20; n++) await keepLesson(device);
  const asked = (
    ['get', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor', 'add', 'put', 'delete'] as const
  ).flatMap((name) => {
    const spy = vi.spyOn(IDBObjectStore.prototype, name);
    return [() => spy.mock.contexts.map((table) => `${name} ${(table as IDBObjectStore).name}`)];
  });
  await keepLesson(device);
  // Who I am; whether it stands there, the teams it might stand in, its line for search, the stamp of the index; then the record itself.
  const expected = ['get meta', 'get records', 'getAllKeys teams', 'add fresh', 'put meta', 'put records'];
  expect(asked.flatMap((names) => names()).sort()).toEqual(expected.sort());
});
