import 'fake-indexeddb/auto';
import { IDBDatabase, IDBObjectStore, IDBTransaction } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import type { Db } from '../../src/store/db.ts';
import { find } from '../../src/store/find.ts';
import { keep } from '../../src/store/keep.ts';
import { live } from '../../src/store/live.ts';
import { keepQuickly } from '../../src/store/quick-keep.ts';
import { recent } from '../../src/store/read.ts';
import { PRIVATE, type RecordKey } from '../../src/store/rows.ts';
import { share } from '../../src/store/share.ts';
import { addTeam } from '../../src/store/team.ts';
import { allRows, codeOf, createDevice, type Device, keepLesson, lessonBody, reopen, team, value } from './device.ts';

afterEach(() => vi.restoreAllMocks());

/** A device on which something was kept: the first of all goes another way. */
async function createUsed(): Promise<Device> {
  const device = createDevice();
  await keepLesson(device, { title: 'The first' });
  return device;
}

const what = () => ({ id: createId(), kind: 'lesson' as const, body: lessonBody() });

/** Everything that stands, in each table. */
const everything = ({ store }: Device) => Promise.all(store.relaxed.tables.map((table) => table.toArray()));

test('what is kept past Dexie waits for the disk, in one transaction', async () => {
  const begun: unknown[][] = [];
  const begin = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    begun.push(args);
    return begin.apply(this, args);
  });
  const device = await createUsed();
  const before = begun.length;
  await keepLesson(device);
  expect(begun.slice(before)).toEqual([[['records', 'fresh', 'teams', 'meta'], 'readwrite', { durability: 'strict' }]]);
});

test('readers that wait hear of each that is kept, here and where the database is opened once more', async () => {
  const device = await createUsed();
  const stores = [device.store.strict, device.store.relaxed, reopen(device).relaxed];
  const seen = stores.map((): number[] => []);
  const stops = stores.map((db, i) =>
    live(() => recent(db, 10)).subscribe((found) => seen[i]?.push(found.length), console.error),
  );
  for (let count = 1; count <= 4; count++) {
    await vi.waitFor(() => expect(seen.map((some) => some.at(-1))).toEqual([count, count, count]), 10_000);
    await keepLesson(device);
  }
  for (const stop of stops) stop();
});

const privately: [RecordKey, RecordKey] = [
  [PRIVATE, ''],
  [PRIVATE, '\uffff'],
];

/** Each way of reading hangs on another of the marks by which Dexie's live queries and their cache know what was changed. */
test.each<[string, (records: Db['records']) => PromiseLike<unknown[] | number>]>([
  ['lists all', (records) => records.toArray()],
  [
    'lists a range',
    (records) =>
      records
        .where('[team+id]')
        .between(...privately)
        .toArray(),
  ],
  ['counts', (records) => records.count()],
  ['reads keys alone', (records) => records.toCollection().primaryKeys()],
  ['reads keys by number', (records) => records.orderBy('number').primaryKeys()],
  ['reads keys by kind and time', (records) => records.orderBy('[kind+created]').primaryKeys()],
  ['reads keys by page', (records) => records.orderBy('[page+kind+mine+created]').primaryKeys()],
])('a reader that %s hears of it too', async (_, read) => {
  const device = await createUsed();
  const seen: number[] = [];
  const stop = live(async () => read(device.store.relaxed.records)).subscribe(
    (found) => seen.push(Array.isArray(found) ? found.length : found),
    console.error,
  );
  await vi.waitFor(() => expect(seen.at(-1)).toBe(1), 10_000);
  for (const count of [2, 3]) {
    await keepLesson(device);
    await vi.waitFor(() => expect(seen.at(-1)).toBe(count), 10_000);
  }
  stop();
});

test.each(['fresh', 'meta', 'records'])('where writing to %s goes wrong nothing is left behind', async (table) => {
  const device = await createUsed();
  const before = await everything(device);
  const fill = (name: 'add' | 'put') => {
    const asks = IDBObjectStore.prototype[name];
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === table) throw new DOMException('The disk is full', 'QuotaExceededError');
      return asks.apply(this, args as [unknown]);
    });
  };
  fill('add');
  fill('put');
  expect(codeOf(await keep(device.store, what(), device.clock))).toBe('disk-full');
  vi.restoreAllMocks();
  expect(await everything(device)).toEqual(before);
});

test('it leaves behind what the usual way leaves behind, in every table', async () => {
  const both = [what(), what()];
  const left = [];
  for (const isUsual of [false, true]) {
    const device = createDevice();
    await device.store.strict.meta.put({ key: 'me', value: { author: 'me', device: 'here' } });
    for (const one of both) {
      // Dexie never asks for this.
      if (isUsual) vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(fail);
      value(await keep(device.store, one, device.clock));
    }
    const tables = await everything(device);
    left.push(JSON.parse(JSON.stringify(tables).replace(/"(\d+ )[-0-9a-f]{36}"/, '"$1"')));
  }
  expect(left[1]).toEqual(left[0]);
});

const fail = () => {
  throw new Error('this way is closed');
};

test('where it fails when all is handed over nothing is called kept', async () => {
  const device = await createUsed();
  const before = await everything(device);
  vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (this: IDBTransaction) {
    this.abort();
  });
  const row = keepQuickly(device.store.strict, createId(), () => {
    throw new Error('is not asked');
  });
  await expect(row).rejects.toThrow('is not asked');
  const [first] = await allRows(device);
  if (!first) throw new Error('nothing was kept');
  await expect(keepQuickly(device.store.strict, createId(), () => ({ ...first, id: createId() }))).rejects.toBe(null);
  expect(await everything(device)).toEqual(before);
});

test('what stands, shared or not, is left as it is', async () => {
  const device = await createUsed();
  await addTeam(device.store, team(), device.clock);
  const [own, shared] = [await keepLesson(device), await keepLesson(device)];
  value(await share(device.store, shared.id, 'team-1', shared.body ?? {}, device.clock));
  const before = await everything(device);
  const make = () => {
    throw new Error('is not asked');
  };
  for (const { id } of [own, shared]) expect(await keepQuickly(device.store.strict, id, make)).toBeNull();
  expect(await everything(device)).toEqual(before);
});

test('it is found at once, beside what was found before', async () => {
  const device = await createUsed();
  const query = { limit: 10 };
  expect((await find(device.store.relaxed, 'lantern', query)).total).toBe(0);
  const { id } = await keepLesson(device, { note: 'A lantern' });
  const { hits } = await find(device.store.relaxed, 'lantern', query);
  expect(hits.map(({ record }) => [record.team, record.id])).toEqual([[PRIVATE, id]]);
  expect((await find(device.store.relaxed, 'water', query)).total).toBe(2);
});

test('where our own code breaks it is kept the usual way, and that is reported, once', async () => {
  const device = await createUsed();
  const reported: unknown[] = [];
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
  const broken = new TypeError('no such thing');
  vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(() => {
    throw broken;
  });
  for (let time = 0; time < 2; time++) value(await keep(device.store, what(), device.clock));
  vi.unstubAllGlobals();
  expect(reported).toEqual([broken]);
  expect(await allRows(device)).toHaveLength(3);
});
