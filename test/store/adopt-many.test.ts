import { expect, onTestFinished, test, vi } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { ok } from '../../src/kit/result.ts';
import { type DraftSegment, draftSegment } from '../../src/search/write/draft.ts';
import { type Adoptable, adopt, adoptPrepared, prepareAdoption } from '../../src/store/adopt.ts';
import { commit } from '../../src/store/commit.ts';
import { takeIn } from '../../src/store/feed.ts';
import { find } from '../../src/store/find.ts';
import { rowAt } from '../../src/store/record-at.ts';
import { toRow } from '../../src/store/row.ts';
import { PRIVATE } from '../../src/store/rows.ts';
import { share } from '../../src/store/share.ts';
import { addTeam } from '../../src/store/team.ts';
import { tendIndex } from '../../src/store/tend-index.ts';
import { createDevice, keepLesson, team, value } from './device.ts';

const COUNT = 1_200;
const lesson = (n: number, note = `number${n} ${n % 2 ? 'odd' : 'even'}`): Adoptable => ({
  id: createId(),
  kind: 'lesson',
  schema: 1,
  version: { n: 1, time: n, device: 'd', hash: 'h' },
  body: { created: n, title: 'Imported', note },
});
const records = Array.from({ length: COUNT }, (_, n) => lesson(n));

test('thousands are brought in, each found, and a second time nothing changes', async () => {
  const { store } = createDevice();
  expect(value(await adopt(store, [...records, ...records]))).toEqual({ added: COUNT, newer: 0, same: 0 });
  const total = async (typed: string) => (await find(store.relaxed, typed, { limit: 3 })).total;
  for (const _ of ['as it was taken in', 'after merging']) {
    expect(await total('odd ')).toBe(COUNT / 2);
    expect(await total(`number${COUNT - 1} `)).toBe(1);
    while (await tendIndex(store, 10));
  }
  expect(value(await adopt(store, records))).toEqual({ added: 0, newer: 0, same: COUNT });
  expect(await total('odd ')).toBe(COUNT / 2);
});

test('what came to stand here after it was made ready is met as if nothing had been', async () => {
  const { store } = createDevice();
  const prepared = await prepareAdoption(store, records);
  await prepared.here;
  expect(await store.relaxed.records.count()).toBe(0);
  const [one] = records.slice(700) as [Adoptable];
  const later = { ...one, version: { ...one.version, n: 2 }, body: { ...one.body, note: 'later' } };
  value(await adopt(store, [...records.slice(0, 50), later]));
  expect(value(await adoptPrepared(store, prepared))).toEqual({ added: COUNT - 51, newer: 0, same: 51 });
  expect(await store.relaxed.records.count()).toBe(COUNT);
  expect((await rowAt(store.relaxed, [PRIVATE, one.id]))?.body).toMatchObject({ note: 'later' });
});

test('what another page writes while an import runs is not overwritten', async () => {
  const { store } = createDevice();
  const [first, last] = [records[0], records.at(-1)];
  if (!first || !last) throw new Error('there are records');
  const later = [first, last].map((one) => {
    const version = { ...one.version, n: 5 };
    return toRow(
      { ...one, author: 'a', version, body: { created: 1, title: 'Elsewhere', note: 'later' } },
      PRIVATE,
      true,
    );
  });
  let writing: Promise<unknown> | undefined;
  // After it was looked at what stands here, and before anything is written.
  const draft: DraftSegment = async (some) => {
    writing ??= commit(store.relaxed, async (door) => ok(await door.putAll(later)));
    await writing;
    return draftSegment(some);
  };
  expect(value(await adopt(store, records, draft))).toEqual({ added: COUNT - 2, newer: 0, same: 2 });
  expect((await find(store.relaxed, 'elsewhere later', { limit: 5 })).total).toBe(2);
  expect((await find(store.relaxed, 'imported ', { limit: 5 })).total).toBe(COUNT - 2);
  expect(await store.relaxed.records.count()).toBe(COUNT);
});

test('what comes beside thousands that stand here is not looked for one by one', async () => {
  const { store } = createDevice();
  value(await adopt(store, records));
  const asked = vi.spyOn(IDBObjectStore.prototype, 'get');
  onTestFinished(() => asked.mockRestore());
  const [known] = records;
  const others = Array.from({ length: 400 }, (_, n) => lesson(n, 'another'));
  const later = known ? [{ ...known, version: { ...known.version, n: 2 } }] : [];
  expect(value(await adopt(store, [...others, ...later]))).toEqual({ added: 400, newer: 1, same: 0 });
  expect(asked.mock.calls.length).toBeLessThan(50);
  expect(await store.relaxed.records.count()).toBe(COUNT + 400);
});

test('nor is what comes beside thousands of colleagues, and what is shared stays shared, once', async () => {
  const device = createDevice();
  const { store } = device;
  await addTeam(store, team(), device.clock);
  const theirs = records.map((record) => ({ ...record, author: 'somebody' }));
  value(await takeIn(store, 'team-1', theirs));
  const own = await keepLesson(device);
  value(await share(store, own.id, 'team-1', own.body ?? {}, device.clock));
  const asked = vi.spyOn(IDBObjectStore.prototype, 'get');
  onTestFinished(() => asked.mockRestore());
  const others = Array.from({ length: 400 }, (_, n) => lesson(n, 'another'));
  expect(value(await adopt(store, [...others, own]))).toEqual({ added: 400, newer: 0, same: 1 });
  expect(asked.mock.calls.length).toBeLessThan(50);
  expect(await store.relaxed.records.filter(({ kind }) => kind === 'lesson').count()).toBe(COUNT + 401);
});

test('of equals the newest of a file are found first, whatever its order', async () => {
  const { store } = createDevice();
  const days = Array.from({ length: 30 }, (_, i) => ((i + 1) * 7) % 31);
  value(
    await adopt(
      store,
      days.map((day) => lesson(day, 'meeting')),
    ),
  );
  const { hits } = await find(store.relaxed, 'meeting ', { limit: 10 });
  expect(hits.map(({ record }) => record.created)).toEqual([30, 29, 28, 27, 26, 25, 24, 23, 22, 21]);
});
