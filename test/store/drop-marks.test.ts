import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '../../src/kit/result.ts';
import { commit } from '../../src/store/commit.ts';
import { openStore, type Store } from '../../src/store/db.ts';
import { dropMarks, expectMarks } from '../../src/store/drop-marks.ts';
import { STAMP, stampAfter } from '../../src/store/index-stamp.ts';
import { closeStore } from './close-store.ts';
import { createDevice, keepLesson } from './device.ts';

let store: Store;
const made: string[] = [];
const sought = vi.fn();

beforeEach(() => {
  store = openStore('drop-marks');
  vi.stubGlobal('navigator', { userAgentData: {} });
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    made.push(name);
    return open(name, version);
  });
  const { get } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    if (this.name === 'records') sought(key);
    return get.call(this, key);
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  sought.mockClear();
  made.length = 0;
  closeStore(store);
  await store.relaxed.delete();
});

/** What its stamp says: so many records were ever written. */
const write = (count: number) => store.relaxed.meta.put({ key: STAMP, value: stampAfter(count) });
const atOnce = async () => {};
const throwaway = 'sidelight-drop-marks';

test('after much was written a database is made and deleted, and a key that nobody has is looked for often enough', async () => {
  await write(2_000);
  expect(await dropMarks(store.relaxed, atOnce)).toBe(true);
  expect(made).toContain(throwaway);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(throwaway);
  // A file of 4 MB, the largest there is, is compacted after 256 looks in vain.
  expect(sought.mock.calls.length).toBeGreaterThan(3 * 256);
  expect(new Set(sought.mock.calls.map(([key]) => JSON.stringify(key)))).toEqual(new Set(['-1e+200']));
});

test('what is written for it stands below all records, on both sides of what is looked for, and nothing of it stays', async () => {
  const { put } = IDBObjectStore.prototype;
  const written: number[] = [];
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row) {
    if (this.name === 'records') written.push(row.number);
    return put.call(this, row);
  });
  await write(2_000);
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await dropMarks(store.relaxed, atOnce);
  // Whoever reads meanwhile sees none of it.
  const writing = begun.mock.calls.filter(
    ([tables, mode]) => mode === 'readwrite' && [tables].flat().includes('records'),
  );
  expect(writing).toHaveLength(1);
  const [[between]] = sought.mock.calls as [[number]];
  const [below = 0, above = 0] = written;
  expect(below).toBeLessThan(between);
  expect(between).toBeLessThan(above);
  expect(above, 'no record is counted so far down').toBeLessThan(Number.MIN_SAFE_INTEGER);
  expect(await store.relaxed.records.count()).toBe(0);
});

test('should one of its rows ever be left behind, lessons are kept all the same', async () => {
  const device = createDevice();
  await keepLesson(device);
  await device.store.strict.table('records').put({ number: -1e300 });
  for (let n = 0; n < 3; n++) await keepLesson(device);
  expect(await device.store.strict.records.where('number').above(-1e200).count()).toBe(4);
});

test('it is done again after as much was deleted', async () => {
  await write(5_000);
  expect(await dropMarks(store.relaxed, atOnce)).toBe(true);
  const remove = async (from: number, count: number) => {
    const rows = Array.from({ length: count }, (_, n) => ({
      team: 'team-1',
      id: `record ${from + n}`,
      kind: 'lesson',
      number: -1 - from - n,
    }));
    await store.relaxed.table('records').bulkAdd(rows);
    await commit(store.relaxed, async (door) => ok(await door.dropAll(rows.map(({ team, id }) => [team, id]))));
  };
  await remove(0, 1_500);
  expect(await dropMarks(store.relaxed, atOnce)).toBe(false);
  await remove(1_500, 500);
  expect(await store.relaxed.records.count()).toBe(0);
  expect(await dropMarks(store.relaxed, atOnce)).toBe(true);
  expect(await dropMarks(store.relaxed, atOnce)).toBe(false);
});

test('it is done again only after as much again', async () => {
  await write(2_000);
  await dropMarks(store.relaxed, atOnce);
  await write(3_999);
  made.length = 0;
  expect(await dropMarks(store.relaxed, atOnce)).toBe(false);
  expect(made).not.toContain(throwaway);
  await write(4_000);
  await dropMarks(store.relaxed, atOnce);
  expect(made).toContain(throwaway);
});

test('a store that was begun anew counts anew', async () => {
  await write(90_000);
  await dropMarks(store.relaxed, atOnce);
  await write(2_500);
  made.length = 0;
  await dropMarks(store.relaxed, atOnce);
  expect(made).toContain(throwaway);
});

test('who was killed in the middle of it begins it anew', async () => {
  await write(2_000);
  const killed = dropMarks(store.relaxed, () => Promise.reject(new Error('killed')));
  await expect(killed).rejects.toThrow('killed');
  made.length = 0;
  await dropMarks(store.relaxed, atOnce);
  expect(made).toContain(throwaway);
});

test('a few records are not worth it', async () => {
  await write(1_999);
  expect(await dropMarks(store.relaxed, atOnce)).toBe(false);
  expect(made).not.toContain(throwaway);
  expect(sought).not.toHaveBeenCalled();
});

test('browsers that keep their databases otherwise are left alone', async () => {
  vi.stubGlobal('navigator', {});
  await write(100_000);
  expect(await dropMarks(store.relaxed, atOnce)).toBe(false);
  expect(made).not.toContain(throwaway);
  expect(sought).not.toHaveBeenCalled();
});

test('a store that begins gets a row that stands behind all records, once', async () => {
  await expectMarks(store.relaxed);
  // Chromium numbers the tables as they are made: what stands in any other comes after all records.
  expect(store.relaxed.tables[0]?.name).toBe('records');
  expect(await store.relaxed.meta.count()).toBe(1);
  await write(2_000);
  await dropMarks(store.relaxed, atOnce);
  const done = await store.relaxed.meta.toArray();
  await expectMarks(store.relaxed);
  expect(await store.relaxed.meta.toArray()).toEqual(done);
});
