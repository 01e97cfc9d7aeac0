import fc from 'fast-check';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { FORMAT } from '../../src/search/stored/leaf.ts';
import { countIndex } from '../../src/store/count-index.ts';
import type { Db } from '../../src/store/db.ts';
import { find } from '../../src/store/find.ts';
import { fillHoles } from '../../src/store/heal-index.ts';
import { REBUILD, STAMP } from '../../src/store/index-stamp.ts';
import { keep } from '../../src/store/keep.ts';
import { remove } from '../../src/store/remove.ts';
import { BUILDING, PRIVATE, type SegmentRow } from '../../src/store/rows.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { merge } from '../../src/store/segment-merge.ts';
import { tendIndex } from '../../src/store/tend-index.ts';
import { createDevice, type Device, reopen } from './device.ts';
import { beginHistory, endHistory, take } from './histories.ts';
import { takeMany } from './take-many.ts';
import { agree, step, typed } from './texts-in-tongues.ts';

const RUNS = Number(process.env.RUNS ?? 40);
const patienceMs = 60_000;

const tables = ['segments', 'leaves', 'lists', 'gone', 'fresh'] as const;
const loss = fc.record({
  of: fc.constantFrom(...tables, 'stamp' as const, 'merge' as const, 'rebuild' as const),
  at: fc.option(fc.nat()),
});
/** Alone: of a leaf that is lost together with its name nothing tells. */
const names = fc.record({ of: fc.constant('firsts' as const), at: fc.nat() });
const losses = fc.oneof({ weight: 5, arbitrary: fc.array(loss, { minLength: 1, maxLength: 3 }) }, fc.tuple(names));
type Loss = typeof losses extends fc.Arbitrary<(infer L)[]> ? L : never;

/** One row is gone, or all of them, or the end of one: as of a store that was mended in part. */
async function lose(db: Db, { of, at }: Loss): Promise<void> {
  if (of === 'stamp') return db.meta.delete(STAMP);
  if (of === 'merge' || of === 'rebuild') return db.meta.delete(`search-${of}`);
  if (of === 'firsts') {
    const cut = (segment: SegmentRow) => {
      const names = segment.firsts.split('\n');
      segment.firsts = names.slice(0, at % names.length).join('\n');
    };
    return void (await db.segments
      .where('id')
      .above(0)
      .offset(at % 3)
      .limit(1)
      .modify(cut));
  }
  const keys = await db.table(of).toCollection().primaryKeys();
  if (at === null) await db.table(of).clear();
  else await db.table(of).bulkDelete(keys.slice(at % Math.max(1, keys.length)).slice(0, 1));
}

/** A worker that has just started, and what it does until nothing is left. */
async function restart(device: Device): Promise<Device> {
  const next = { ...device, store: reopen(device) };
  do while (await tendIndex(next.store, 0));
  while (!(await countIndex(next.store.relaxed)));
  return next;
}

const addMany = (device: Device, count: number, title: string, lang: 'en' | 'de' = 'en') => {
  const bodies = Array.from({ length: count }, (_, i) => ({ title: `${title} ${i % 7}`, lang }));
  return takeMany(device, bodies);
};
const total = async (db: Db, typed: string) => (await find(db, typed, { limit: 5, patienceMs })).total;

it('whatever was lost of the index, one row or all of a table, a worker that starts finds it out, and then search agrees with a full scan', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 30 }),
      losses,
      fc.array(step, { maxLength: 6 }),
      fc.array(typed, { minLength: 1, maxLength: 3 }),
      async (before, lost, after, queries) => {
        const history = await beginHistory();
        for (const one of before) await take(history, one);
        for (const one of lost) await lose(history.device.store.relaxed, one);
        history.device = await restart(history.device);
        for (const one of after) await take(history, one);
        for (const query of queries) await agree(history.device, query);
        await endHistory(history);
      },
    ),
    { numRuns: RUNS },
  );
});

it('where nothing was lost nothing is made anew', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const history = await beginHistory();
      for (const one of steps) {
        await take(history, one);
        const db = history.device.store.relaxed;
        const before = await db.segments.toArray();
        const isAsked = (await db.meta.get(REBUILD)) !== undefined;
        await fillHoles(db);
        expect(await db.segments.toArray()).toEqual(before);
        expect(await countIndex(db)).toBe(true);
        expect((await db.meta.get(REBUILD)) !== undefined).toBe(isAsked);
      }
    }),
    { numRuns: RUNS },
  );
});

it('where segments were lost their records are found before the index is made anew, in their own tongue and the newest first, and it is said what may be missing', async () => {
  const device = createDevice();
  await addMany(device, 250, 'Häuser', 'de');
  await addMany(device, 250, 'docker');
  const order = async (of: Db) =>
    (await find(of, 'docker ', { limit: 10, patienceMs })).hits.map(({ record }) => record.id);
  const before = await order(device.store.relaxed);
  await device.store.relaxed.segments.clear();
  const db = reopen(device).relaxed;
  await fillHoles(db);
  expect((await find(db, 'docker', { limit: 5, patienceMs: 0 })).isPartial).toBe(true);
  expect(await total(db, 'docker ')).toBe(250);
  expect(await total(db, 'Haus ')).toBe(250);
  expect(await order(db)).toEqual(before);
  const next = await restart(device);
  expect((await find(next.store.relaxed, 'Haus ', { limit: 5, patienceMs: 0 })).isPartial).toBeUndefined();
  expect(await total(next.store.relaxed, 'Haus ')).toBe(250);
  expect(await order(next.store.relaxed)).toEqual(before);
  const segments = await next.store.relaxed.segments.toArray();
  expect(segments.every(({ format }) => format === FORMAT)).toBe(true);
  const left = await next.store.relaxed.leaves.toArray();
  expect(
    left.filter(({ segment }) => !segments.some(({ id }) => id === segment)),
    'nothing of the old ones stays',
  ).toEqual([]);
});

it.each([0, 1, 2])('one segment of three that was lost: number %i', async (which) => {
  const device = createDevice();
  for (const title of ['docker', 'podman', 'kubernetes']) await addMany(device, 210, title);
  await keep(device.store, { id: createId(), kind: 'lesson', body: { created: 1, title: 'docker' } }, device.clock);
  const [...ids] = await device.store.relaxed.segments.toCollection().primaryKeys();
  await device.store.relaxed.segments.delete(ids[which] as number);
  const { store } = await restart(device);
  for (const title of ['docker ', 'podman ', 'kubernetes ']) {
    expect(await total(store.relaxed, title), title).toBe(title === 'docker ' ? 211 : 210);
  }
});

it('what is fresh does not become a segment over the place of one that was lost', async () => {
  const device = createDevice();
  const one = { kind: 'lesson' as const, body: { created: 1, title: 'docker' } };
  await keep(device.store, { id: createId(), ...one }, device.clock);
  await flush(device.store.relaxed, 1);
  await addMany(device, 210, 'podman');
  const [, lost] = await device.store.relaxed.segments.toCollection().primaryKeys();
  await device.store.relaxed.segments.delete(lost as number);
  for (let i = 0; i < 130; i++) await keep(device.store, { id: createId(), ...one }, device.clock);
  const { store } = await restart(device);
  expect([await total(store.relaxed, 'podman '), await total(store.relaxed, 'docker ')]).toEqual([210, 131]);
});

it('what was deleted is not counted again where it was lost that it is gone, and its words go from the disk', async () => {
  const device = createDevice();
  await addMany(device, 210, 'docker');
  const db = device.store.relaxed;
  const [first] = await db.records.toArray();
  await remove(device.store, [[PRIVATE, first?.id ?? '']], 1000, device.clock);
  expect(await total(db, 'docker ')).toBe(209);
  await db.gone.clear();
  const next = await restart(device);
  expect(await total(next.store.relaxed, 'docker ')).toBe(209);
  expect((await next.store.relaxed.segments.toArray()).reduce((sum, { records }) => sum + records, 0)).toBe(209);
});

it('a merge of which the half-written segment was lost takes nothing away, and one that nobody goes on with leaves nothing behind', async () => {
  for (const lost of ['segment', 'job']) {
    const device = createDevice();
    const db = device.store.relaxed;
    for (const title of ['tea', 'cups', 'pots', 'jars']) await addMany(device, 210, title);
    await merge(db, 0);
    const building = db.segments.filter(({ format }) => format === BUILDING);
    const [begun] = await building.toArray();
    expect(begun).toBeDefined();
    if (lost === 'segment') await db.segments.delete(begun?.id ?? 0);
    else await db.meta.delete('search-merge');
    while (await merge(db));
    const next = await restart(device);
    for (const title of ['tea ', 'cups ', 'pots ', 'jars ']) expect(await total(next.store.relaxed, title)).toBe(210);
    expect(await building.count()).toBe(0);
    expect(await db.leaves.filter(({ segment }) => segment === begun?.id).count()).toBe(0);
  }
});

it.each([
  ['whether the stamp is too low', 'gone', 'orderBy'],
  ['what was left behind', 'lists', 'where'],
  ['whether there are holes', 'fresh', 'toCollection'],
] as const)(
  'where it cannot be looked at %s, that is seen, and the index is tended all the same',
  async (_, table, method) => {
    const reported: unknown[] = [];
    vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
    onTestFinished(() => void vi.unstubAllGlobals());
    const device = createDevice();
    const db = device.store.relaxed;
    const one = { kind: 'lesson' as const, body: { created: 1, title: 'docker' } };
    for (let i = 0; i < 130; i++) await keep(device.store, { id: createId(), ...one }, device.clock);
    const primaryKeys = async () => {
      throw new DOMException('Failed to read large IndexedDB value', 'DataError');
    };
    const unreadable = { above: () => unreadable, reverse: () => unreadable, limit: () => unreadable, primaryKeys };
    const looked = db[table] as unknown as Record<string, () => unknown>;
    const failing = vi.spyOn(looked, method).mockReturnValue(unreadable);
    while (await tendIndex(device.store, 0));
    failing.mockRestore();
    expect(reported).toEqual([expect.objectContaining({ name: 'DataError' })]);
    expect([await db.segments.count(), await db.fresh.count()]).toEqual([1, 0]);
    expect(await total(db, 'docker ')).toBe(130);
  },
);
