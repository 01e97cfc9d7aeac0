import { expect, it, vi } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { FORMAT } from '../../src/search/stored/leaf.ts';
import { find } from '../../src/store/find.ts';
import { askRebuild, rebuild } from '../../src/store/index-rebuild.ts';
import { keep } from '../../src/store/keep.ts';
import { BUILDING } from '../../src/store/rows.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { merge } from '../../src/store/segment-merge.ts';
import { tendIndex } from '../../src/store/tend-index.ts';
import { createDevice } from './device.ts';
import { takeMany } from './take-many.ts';

it('what was being merged while the index was made anew does not come back', async () => {
  const { store, clock } = createDevice();
  const db = store.relaxed;
  for (let i = 0; i < 4; i++) {
    await keep(store, { id: createId(), kind: 'lesson', body: { created: 1, title: `tea ${i}` } }, clock);
    await flush(db, 1);
  }
  const read = db.segments.bulkGet.bind(db.segments);
  vi.spyOn(db.segments, 'bulkGet').mockImplementationOnce((async (ids: number[]) => {
    const segments = await read(ids);
    // Another context makes all of it anew after the segments were read, before what was merged of them is written.
    await askRebuild(db);
    while (await rebuild(db));
    return segments;
  }) as unknown as typeof db.segments.bulkGet);
  await merge(db);
  expect((await find(db, 'tea', { limit: 2 })).total).toBe(4);
  while (await tendIndex(store, 0));
  expect((await find(db, 'tea', { limit: 2 })).total).toBe(4);
  expect(await db.segments.filter(({ format }) => format <= 0).count()).toBe(0);
});

it('a merge that cannot go on leaves nothing of it behind', async () => {
  const { store, clock } = createDevice();
  const db = store.relaxed;
  for (let i = 0; i < 4; i++) {
    for (const title of [`tea ${i}`, `cups ${i}`]) {
      await keep(store, { id: createId(), kind: 'lesson', body: { created: 1, title } }, clock);
    }
    await flush(db, 1);
  }
  await merge(db, 0);
  const building = db.segments.filter(({ format }) => format === BUILDING);
  const [begun] = await building.toArray();
  expect(begun).toBeDefined();
  // A source of it went, as where the browser lost one.
  const [source] = await db.segments.toArray();
  await db.segments.delete(source?.id ?? 0);
  while (await merge(db));
  while (await tendIndex(store, 0));
  expect(await building.count()).toBe(0);
  const left = await db.leaves.toArray();
  expect(left.filter(({ segment }) => segment === begun?.id)).toEqual([]);
});

it('a merge that another context has ended, and the next that it began, are left alone by one that comes late', async () => {
  const { store, clock } = createDevice();
  const [db, other] = [store.relaxed, store.strict];
  const addFour = async () => {
    for (let i = 0; i < 8; i++) {
      await keep(store, { id: createId(), kind: 'lesson', body: { created: 1, title: `tea ${i}` } }, clock);
      if (i % 2) await flush(other, 1);
    }
  };
  const job = () => db.meta.get('search-merge');
  await addFour();
  await merge(db, 0);
  const bulkGet = db.segments.bulkGet.bind(db.segments);
  // It knows what is to be merged already, and looks for that only now.
  const late = vi.spyOn(db.segments, 'bulkGet').mockImplementationOnce((async (ids: number[]) => {
    while (await job()) await merge(other);
    await addFour();
    await merge(other, 0);
    return bulkGet(ids);
  }) as never);
  await merge(db);
  late.mockRestore();
  expect(await job()).toBeDefined();
  while (await tendIndex(store, 0));
  expect(await db.segments.filter(({ format }) => format !== FORMAT).count()).toBe(0);
  expect((await find(db, 'tea', { limit: 2 })).total).toBe(16);
});

it.each([
  ['the last', (names: string[]) => names.slice(0, -1)],
  ['the first', (names: string[]) => names.slice(1)],
  ['all', () => []],
])('where %s of the names of leaves was lost, a merge takes nothing away: the index is made anew', async (_, cut) => {
  const device = createDevice();
  const db = device.store.relaxed;
  const words = (some: number) =>
    Array.from({ length: 210 }, (_, i) => ({ title: 'abc mno xyz'.replace(/\w+/g, (word) => `${word}${some}x${i}`) }));
  for (let i = 0; i < 4; i++) await takeMany(device, words(i));
  const [first] = await db.segments.toArray();
  const names = first?.firsts.split('\n') ?? [];
  expect(names.length).toBeGreaterThan(1);
  await db.segments.update(first?.id ?? 0, { firsts: cut(names).join('\n') });
  while (await tendIndex(device.store, 0));
  for (const word of ['abc0x0 ', 'mno0x100 ', 'xyz0x209 ', 'xyz0x99 ', 'abc3x0 ']) {
    expect((await find(db, word, { limit: 2 })).total, word).toBe(1);
  }
});

it('a merge whose new segment was lost while it was built does not take the old ones away', async () => {
  const { store, clock } = createDevice();
  const db = store.relaxed;
  for (let i = 0; i < 4; i++) {
    await keep(store, { id: createId(), kind: 'lesson', body: { created: 1, title: `tea ${i}` } }, clock);
    await flush(db, 1);
  }
  const get = db.segments.get.bind(db.segments);
  vi.spyOn(db.segments, 'get').mockImplementationOnce((async (id: number) => {
    const into = await get(id);
    await db.segments.delete(id);
    return into;
  }) as never);
  await merge(db);
  expect((await find(db, 'tea', { limit: 2 })).total).toBe(4);
  while (await tendIndex(store, 0));
  expect((await find(db, 'tea', { limit: 2 })).total).toBe(4);
  expect(await db.segments.filter(({ format }) => format <= 0).count()).toBe(0);
});
