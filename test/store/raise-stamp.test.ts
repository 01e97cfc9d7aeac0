import { IDBDatabase } from 'fake-indexeddb';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { ok } from '../../src/kit/result.ts';
import { adopt } from '../../src/store/adopt.ts';
import { commit } from '../../src/store/commit.ts';
import { find } from '../../src/store/find.ts';
import { STAMP } from '../../src/store/index-stamp.ts';
import { keep } from '../../src/store/keep.ts';
import { raiseStamp } from '../../src/store/raise-stamp.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { tendIndex } from '../../src/store/tend-index.ts';
import { createDevice, type Device, keepLesson, lessonBody, reopen, value } from './device.ts';

const WORDS = ['harbour', 'lantern', 'marble', 'needle', 'orchard'];

/** What a browser leaves that mended its store in part: the stamp as it was once, everything else as it is. */
const lower = ({ store }: Device, last: number) =>
  store.relaxed.meta.put({ key: STAMP, value: `${last} 7b0e0c4e-0f6b-4b0e-9f0e-3d2c1b0a9f8e` });

const many = (count: number, note: string) =>
  Array.from({ length: count }, (_, n) => ({
    id: createId(),
    kind: 'lesson',
    schema: 1,
    version: { n: 1, time: n, device: 'd', hash: 'h' },
    body: { created: n, title: 'Imported', note },
  }));

/** Each record has a number of its own, and each word finds those that have it. */
async function agrees({ store }: Device): Promise<void> {
  const rows = await store.relaxed.records.toArray();
  expect(new Set(rows.map(({ team, id }) => `${team} ${id}`)).size, 'none stands twice').toBe(rows.length);
  for (const word of WORDS) {
    const having = rows.filter(({ body }) => String(body?.note) === word);
    expect([word, (await find(store.relaxed, word, { limit: 1 })).total]).toEqual([word, having.length]);
  }
}

test('where the stamp is too low the next is kept all the same, and found', async () => {
  const device = createDevice();
  for (let n = 0; n < 10; n++) await keepLesson(device, { note: WORDS[n % 5] });
  await lower(device, 3);
  const what = { id: createId(), kind: 'lesson' as const, body: lessonBody({ note: 'harbour' }) };
  value(await keep(device.store, what, device.clock));
  await keepLesson(device, { note: 'marble' });
  expect(await device.store.relaxed.records.count()).toBe(12);
  while (await tendIndex(device.store, 10));
  await agrees(device);
});

test('where the stamp is too low and all is in segments, what a few others bring takes nobody’s place', async () => {
  const device = createDevice();
  for (let n = 0; n < 10; n++) await keepLesson(device, { note: WORDS[n % 5] });
  await flush(device.store.relaxed, 1);
  await lower(device, 3);
  const brought = Array.from({ length: 4 }, (_, n) => ({
    ...{ id: createId(), kind: 'lesson', schema: 1 },
    ...{ version: { n: 1, time: n, device: 'd', hash: `h${n}` }, body: { created: n, note: WORDS[n] ?? '' } },
  }));
  value(await adopt(device.store, brought));
  expect(await device.store.relaxed.records.count()).toBe(14);
  while (await tendIndex(device.store, 0));
  await agrees(device);
});

test('so it is with an import', async () => {
  const device = createDevice();
  for (let n = 0; n < 250; n++) await keepLesson(device, { note: WORDS[n % 5] });
  await lower(device, 0);
  expect(value(await adopt(device.store, many(250, 'needle')))).toMatchObject({ added: 250 });
  while (await tendIndex(device.store, 10));
  expect(await device.store.relaxed.records.count()).toBe(500);
  await agrees(device);
});

test.each([1, 130, 1_049])(
  'where numbers were given twice without a word (from %i) the worker notices',
  async (last) => {
    const device = createDevice();
    // A thousand in a segment and fifty that are fresh.
    value(await adopt(device.store, many(1_050, 'orchard')));
    await lower(device, last);
    // Nothing fresh stands in the way of these, but of the last: each is taken for another.
    for (let n = 0; n < 5; n++) await keepLesson(device, { note: WORDS[n] });
    const next = { ...device, store: reopen(device) };
    while (await tendIndex(next.store, 10));
    await agrees(next);
  },
);

test('what meets a number that another has raised the stamp above meanwhile is done once more', async () => {
  const device = createDevice();
  await keepLesson(device);
  const [taken] = await device.store.relaxed.fresh.toArray();
  let turns = 0;
  const done = await commit(device.store.strict, async ({ db }) => {
    if (turns++ === 0 && taken) await db.fresh.add(taken);
    return ok(turns);
  });
  expect(done).toEqual(ok(2));
});

test('a rebuild that was under way when it was raised is begun again', async () => {
  const device = createDevice();
  value(await adopt(device.store, many(300, 'orchard')));
  await device.store.relaxed.meta.put({ key: 'search-rebuild', value: { upTo: 1, after: null } });
  await lower(device, 130);
  for (let n = 0; n < 5; n++) await keepLesson(device, { note: WORDS[n] });
  const next = { ...device, store: reopen(device) };
  while (await tendIndex(next.store, 10));
  await agrees(next);
});

test('it is raised and the rebuild asked for in one transaction: who is stopped in between would leave what nobody notices', async () => {
  // Before it is opened: Dexie holds on to what it finds then.
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  onTestFinished(() => begun.mockRestore());
  const device = createDevice();
  for (let n = 0; n < 3; n++) await keepLesson(device);
  await lower(device, 1);
  begun.mockClear();
  expect(await raiseStamp(device.store.relaxed)).toBe(true);
  expect(begun.mock.calls.filter(([, mode]) => mode === 'readwrite')).toHaveLength(1);
  expect(await device.store.relaxed.meta.get('search-rebuild')).toBeDefined();
});

test('where all is as it should be nothing is made anew', async () => {
  const device = createDevice();
  expect(await raiseStamp(device.store.relaxed)).toBe(false);
  value(await adopt(device.store, many(300, 'orchard')));
  await keepLesson(device);
  const before = await device.store.relaxed.meta.toArray();
  expect(await raiseStamp(device.store.relaxed)).toBe(false);
  expect(await device.store.relaxed.meta.toArray()).toEqual(before);
});

test.each(['records', 'fresh', 'gone', 'segments'] as const)('what %s alone tell of is enough', async (table) => {
  const { store } = createDevice();
  await lower({ store } as Device, 7);
  const row = { team: '', id: 'a', kind: 'lesson', body: null, number: 40, tongue: 'en', line: '' };
  const segment = { format: -1, from: 30, to: 40, records: 0, tongues: [], firsts: '' };
  await store.relaxed.table(table).put(table === 'segments' ? segment : row);
  expect(await raiseStamp(store.relaxed)).toBe(true);
  const stamp = String((await store.relaxed.meta.get(STAMP))?.value);
  expect(Number(stamp.split(' ')[0])).toBeGreaterThanOrEqual(40);
  expect(await raiseStamp(store.relaxed)).toBe(false);
});
