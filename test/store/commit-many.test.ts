import { expect, test, vi } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { type Adoptable, adopt, adoptPrepared, prepareAdoption } from '../../src/store/adopt.ts';
import { find } from '../../src/store/find.ts';
import { codeOf, createDevice, type Device, keepLesson, reopen, value } from './device.ts';

const COUNT = 2_600;
const lessons: Adoptable[] = Array.from({ length: COUNT }, (_, n) => ({
  id: createId(),
  kind: 'lesson',
  schema: 1,
  version: { n: 1, time: n, device: 'd', hash: 'h' },
  body: { created: n, title: 'Imported', note: `number${n}` },
}));

/** The disk is full for one row of this import, and for none after it. */
function fillDiskAt(n: number): () => void {
  const put = IDBObjectStore.prototype.put;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row, key) {
    if ((row as { id?: string }).id === lessons[n]?.id) throw new DOMException('No room.', 'QuotaExceededError');
    return put.call(this, row, key);
  });
  return () => spy.mockRestore();
}

test.each([0, 300, 900, 1_900, 2_599])(
  'where the disk is full at number %i, each batch stands whole or not at all, what stands is found, and again goes on from there',
  async (n) => {
    const { store } = createDevice();
    const makeRoom = fillDiskAt(n);
    expect(codeOf(await adopt(store, lessons))).toBe('disk-full');
    makeRoom();
    const stood = await store.relaxed.records.count();
    expect([0, 1_000, 2_000]).toContain(stood);
    expect((await find(store.relaxed, 'imported ', { limit: 3 })).total).toBe(stood);
    expect(value(await adopt(store, lessons))).toEqual({ added: COUNT - stood, newer: 0, same: stood });
    for (const word of ['number3 ', `number${n} `, 'number2000 ']) {
      expect((await find(store.relaxed, word, { limit: 3 })).total).toBe(1);
    }
    expect((await find(store.relaxed, 'imported ', { limit: 3 })).total).toBe(COUNT);
  },
);

/** The disk turns out to be full when all of this batch was handed to the database and the next is on its way; then it is undone. */
function refuseBatch({ store }: Device, n: number): () => void {
  const transaction = store.relaxed.transaction.bind(store.relaxed) as (...given: unknown[]) => unknown;
  let batches = 0;
  const spy = vi.spyOn(store.relaxed, 'transaction').mockImplementation(((
    mode: string,
    tables: unknown,
    scope: () => Promise<unknown>,
  ) => {
    // Who I am is written beside the batches.
    const isRefused = Array.isArray(tables) && batches++ === n;
    if (!isRefused) return transaction(mode, tables, scope);
    return transaction(mode, tables, async () => {
      await scope();
      while (batches === n + 1 && n < 2) await store.relaxed.meta.get('me');
      throw new DOMException('No room.', 'QuotaExceededError');
    });
  }) as never);
  return () => spy.mockRestore();
}

test.each([
  ['the first', 0, 1_000],
  ['the second', 1, 1_600],
  ['the last', 2, 2_000],
])(
  'where %s batch does not come to the disk that is said, though the next was on its way already, and again goes on from there',
  async (_, n, stands) => {
    const device = createDevice();
    const { store } = device;
    const makeRoom = refuseBatch(device, n);
    let cameIn = 0;
    const stopped = await adopt(store, lessons, undefined, ({ added }) => {
      cameIn = added;
    });
    expect(codeOf(stopped)).toBe('disk-full');
    makeRoom();
    expect(cameIn).toBe(stands);
    expect(await store.relaxed.records.count()).toBe(stands);
    expect((await find(store.relaxed, 'imported ', { limit: 3 })).total).toBe(stands);
    expect(value(await adopt(store, lessons))).toEqual({ added: COUNT - stands, newer: 0, same: stands });
    expect((await find(store.relaxed, 'imported ', { limit: 3 })).total).toBe(COUNT);
    expect(await store.relaxed.records.orderBy('number').uniqueKeys()).toHaveLength(COUNT);
  },
);

/** How often a row was put, and what happens before one of this import is. */
function watchPuts(before: (n: number) => void = () => {}): { count: () => number; stop: () => void } {
  const put = IDBObjectStore.prototype.put;
  let count = 0;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row, key) {
    if (this.name === 'records') before(count++);
    return put.call(this, row, key);
  });
  return { count: () => count, stop: () => spy.mockRestore() };
}

test('a batch is handed to the database while the one before it has yet to come to the disk, and none is done twice', async () => {
  const { store } = createDevice();
  const watch = watchPuts();
  const transaction = store.relaxed.transaction.bind(store.relaxed) as (...given: unknown[]) => unknown;
  let batches = 0;
  const spy = vi.spyOn(store.relaxed, 'transaction').mockImplementation(((
    mode: string,
    tables: unknown,
    scope: () => Promise<unknown>,
  ) => {
    if (!Array.isArray(tables) || batches++ > 0) return transaction(mode, tables, scope);
    return transaction(mode, tables, async () => {
      const result = await scope();
      // The first does not end before a row of the second was put.
      while (watch.count() <= 1_000) await store.relaxed.meta.get('me');
      return result;
    });
  }) as never);
  expect(value(await adopt(store, lessons)).added).toBe(COUNT);
  spy.mockRestore();
  watch.stop();
  expect(watch.count()).toBe(COUNT);
});

test('an import waits for the disk once, when all stands; where that is full it is said, and nothing is lost', async () => {
  const { store } = createDevice();
  const prepared = await prepareAdoption(store, lessons);
  const waiting = vi
    .spyOn(store.strict, 'transaction')
    .mockRejectedValue(new DOMException('No room.', 'QuotaExceededError'));
  let stands = 0;
  const stopped = await adoptPrepared(store, prepared, ({ added }) => {
    stands = added;
  });
  expect([codeOf(stopped), stands, waiting.mock.calls.length]).toEqual(['disk-full', COUNT, 1]);
  waiting.mockRestore();
  expect(value(await adopt(store, lessons))).toEqual({ added: 0, newer: 0, same: COUNT });
});

test.each([
  ['the disk is full for the next', 'disk-full'],
  ['the next cannot be read', 'Garbled'],
] as const)('what came in before it ended is brought to the disk, for it is said to be kept: %s', async (_, why) => {
  const { store } = createDevice();
  const records = lessons.map((one, n) => {
    if (why === 'disk-full' || n < COUNT - 1) return one;
    return {
      ...one,
      get kind(): never {
        throw new Error(why);
      },
    };
  });
  const prepared = await prepareAdoption(store, records);
  const makeRoom = why === 'disk-full' ? fillDiskAt(COUNT - 1) : () => {};
  let stood = 0;
  const transaction = store.strict.transaction.bind(store.strict) as (...given: unknown[]) => unknown;
  const bringing = vi.spyOn(store.strict, 'transaction').mockImplementation(((...given: unknown[]) => {
    void store.relaxed.records.count().then((count) => {
      stood = count;
    });
    return transaction(...given);
  }) as never);
  let cameIn = 0;
  const adopting = adoptPrepared(store, prepared, ({ added }) => {
    cameIn = added;
  });
  const ended = await adopting.then(codeOf, ({ message }: Error) => message);
  makeRoom();
  expect([ended, bringing.mock.calls.length, cameIn, stood]).toEqual([why, 1, 2_000, 2_000]);
  bringing.mockRestore();
});

test('where a lesson is kept beside an import, what went by how it stood before is done anew, and only that', async () => {
  const device = createDevice();
  const { store } = device;
  const elsewhere = { ...device, store: reopen(device) };
  await keepLesson(device);
  let keeping: Promise<unknown> = Promise.resolve();
  const watch = watchPuts((n) => {
    if (n === 500) keeping = keepLesson(elsewhere);
  });
  const came: number[] = [];
  const adopted = value(await adopt(store, lessons, undefined, ({ added }) => came.push(added)));
  await keeping;
  watch.stop();
  expect(adopted).toEqual({ added: COUNT, newer: 0, same: 0 });
  expect(came).toEqual([1_000, 2_000, COUNT]);
  expect(watch.count()).toBeLessThanOrEqual(2 * COUNT);
  expect(await store.relaxed.records.count()).toBe(COUNT + 2);
  expect(await store.relaxed.records.orderBy('number').uniqueKeys()).toHaveLength(COUNT + 2);
  expect((await find(store.relaxed, 'imported ', { limit: 3 })).total).toBe(COUNT);
});
