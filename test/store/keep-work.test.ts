import { afterEach, expect, test, vi } from 'vitest';
import { createDevice, keepLesson } from './device.ts';

afterEach(() => vi.restoreAllMocks());

test('to keep a lesson asks the database for seven things in two turns, however much there is', async () => {
  const device = createDevice();
  for (let n = 0; n < 20; n++) await keepLesson(device);
  const turns: string[][] = [];
  const spies = (
    ['get', 'getKey', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor', 'add', 'put', 'delete'] as const
  ).map((name) => {
    const asks = IDBObjectStore.prototype[name] as (...given: unknown[]) => IDBRequest;
    return vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      ...given: unknown[]
    ) {
      const request = asks.apply(this, given);
      const turn = turns.at(-1);
      // What is asked before anything was answered is one turn.
      if (turn && waiting) turn.push(`${name} ${this.name}`);
      else turns.push([`${name} ${this.name}`]);
      waiting = true;
      request.addEventListener('success', () => {
        waiting = false;
      });
      return request as never;
    });
  });
  let waiting = false;
  await keepLesson(device);
  for (const spy of spies) spy.mockRestore();
  expect(turns.map((turn) => turn.sort())).toEqual([
    // How the index stands, who I am, whether it stands there, and the teams it might stand in.
    ['get meta', 'get meta', 'getAllKeys teams', 'getKey records'],
    // Its line for search, the stamp of the index, the record itself.
    ['add fresh', 'add records', 'put meta'],
  ]);
});
