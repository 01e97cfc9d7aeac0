import { afterEach, expect, test, vi } from 'vitest';
import { createDevice, keepLesson } from './device.ts';

afterEach(() => vi.restoreAllMocks());

test('to keep a lesson asks the database for seven things in two turns, however much there is', async () => {
  const device = createDevice();
  for (let n = 0; n < 20; n++) await keepLesson(device);
  const turns: string[][] = [];
  const watch = <Of extends IDBObjectStore | IDBIndex>(of: Of, name: keyof Of & string) => {
    const asks = of[name] as (...given: unknown[]) => IDBRequest;
    const spied = vi.spyOn(of as IDBObjectStore, name as 'get');
    return spied.mockImplementation(function (this: IDBObjectStore, ...given: unknown[]) {
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
  };
  const reads = ['get', 'getKey', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor'] as const;
  const spies = [
    ...reads.map((name) => watch(IDBIndex.prototype, name)),
    ...[...reads, 'add' as const, 'put' as const, 'delete' as const].map((name) =>
      watch(IDBObjectStore.prototype, name),
    ),
  ];
  let waiting = false;
  await keepLesson(device);
  for (const spy of spies) spy.mockRestore();
  expect(turns.map((turn) => turn.sort())).toEqual([
    // How the index stands, who I am, whether it stands there, and the teams it might stand in.
    ['get meta', 'get meta', 'getAllKeys teams', 'getKey [team+id]'],
    // Its line for search, the stamp of the index, the record itself.
    ['add fresh', 'add records', 'put meta'],
  ]);
});
