import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { FORMAT, readLeaf, sumOf } from '../../src/search/stored/leaf.ts';
import type { Db } from '../../src/store/db.ts';
import { find } from '../../src/store/find.ts';
import { keep } from '../../src/store/keep.ts';
import { olderOf } from '../../src/store/older.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { tendIndex } from '../../src/store/tend-index.ts';
import { createDevice, reopen } from './device.ts';
import { beginHistory, endHistory, take } from './histories.ts';
import { takeMany } from './take-many.ts';
import { agree, step, typed } from './texts-in-tongues.ts';

/** More in .ci/histories.mjs. What failed is done again with the seed and the path that are told. */
const { RUNS = 20, FROM } = process.env;
/** As long as it takes. */
const patienceMs = 60_000;

const harm = fc.record({ what: fc.constantFrom('format', 'leaf', 'missing leaf', 'list', 'nothing'), at: fc.nat() });
type Harm = typeof harm extends fc.Arbitrary<infer H> ? H : never;

/** What an update does, or a disk. */
async function damage(db: Db, { what, at }: Harm): Promise<void> {
  const pick = <T>(all: T[]): T | undefined => all[at % Math.max(1, all.length)];
  const [segment, leaf, list] = [
    pick(await db.segments.toArray()),
    pick(await db.leaves.toArray()),
    pick(await db.lists.toArray()),
  ];
  // What was retired, or is not finished, is so in every version.
  if (what === 'format' && segment?.format === FORMAT) await db.segments.put({ ...segment, format: 99 });
  if (what === 'leaf' && leaf) await db.leaves.put({ ...leaf, data: leaf.data.map((byte) => byte ^ 1) });
  if (what === 'missing leaf' && leaf) await db.leaves.delete([leaf.segment, leaf.at]);
  if (what === 'list' && list) await db.lists.put({ ...list, bytes: list.bytes.map((byte) => byte ^ 1) });
}

describe('a search index that is made anew', () => {
  it('agrees with a full scan at every step, whatever was damaged and done meanwhile', {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 30 }),
        fc.array(harm, { minLength: 1, maxLength: 3 }),
        fc.array(step, { maxLength: 6 }),
        fc.array(typed, { minLength: 1, maxLength: 3 }),
        async (before, harms, meanwhile, queries) => {
          const history = await beginHistory();
          const { device } = history;
          for (const one of before) await take(history, one);
          for (const one of harms) await damage(device.store.relaxed, one);
          const rest = [...meanwhile];
          for (let isMore = true; isMore; ) {
            for (const query of queries) await agree(device, query);
            const next = rest.shift();
            if (next) await take(history, next);
            isMore = (await tendIndex(device.store, 0)) || rest.length > 0;
          }
          for (const query of queries) await agree(device, query);
          await endHistory(history);
        },
      ),
      { numRuns: Number(RUNS), ...(FROM ? { path: FROM } : {}) },
    );
  });

  it('is made anew from the records when it is damaged, and finds everything meanwhile', async () => {
    const device = createDevice();
    const db = device.store.relaxed;
    for (const title of ['docker', 'podman']) {
      await keep(device.store, { id: createId(), kind: 'lesson', body: { created: 1, title } }, device.clock);
      await flush(db, 1);
    }
    const [first] = await db.leaves.toArray();
    if (first) await db.leaves.put({ ...first, data: first.data.map((byte) => byte ^ 1) });
    const total = async (typed: string) => (await find(db, typed, { limit: 5, patienceMs })).total;
    for (let isMore = true; isMore; isMore = await tendIndex(device.store, 0)) {
      expect(await total('docker')).toBe(1);
      expect(await total('podman')).toBe(1);
    }
    expect(await total('docker')).toBe(1);
  });

  it.each(['leaf', 'list', 'missing leaf'])('is made anew where a merge meets a damaged one: %s', async (what) => {
    const device = createDevice();
    const db = device.store.relaxed;
    const count = what === 'list' ? 700 : 1;
    for (let i = 0; i < 4; i++) {
      const bodies = Array.from({ length: count }, () => ({ title: `tea ${i}` }));
      await takeMany(device, bodies);
    }
    const [list] = await db.lists.toArray();
    if (what === 'list' && list) await db.lists.put({ ...list, bytes: list.bytes.map((byte) => byte ^ 1) });
    const [first] = await db.leaves.toArray();
    if (what === 'leaf' && first) await db.leaves.put({ ...first, terms: `x${first.terms}` });
    if (what === 'missing leaf' && first) await db.leaves.delete([first.segment, first.at]);
    while (await tendIndex(device.store, 0));
    expect((await find(db, 'tea ', { limit: 5 })).total).toBe(4 * count);
  });

  it('of another format is searched record by record until it is made anew, and says so while that is not done', async () => {
    const device = createDevice();
    const bodies = Array.from({ length: 300 }, (_, i) => ({ title: `docker number${i}` }));
    await takeMany(device, bodies);
    const order = async (of: Db) =>
      (await find(of, 'docker ', { limit: 10, patienceMs })).hits.map(({ record }) => record.id);
    const before = await order(device.store.relaxed);
    const updated = reopen(device);
    const db = updated.relaxed;
    await db.segments.toCollection().modify({ format: 99 });
    const asked = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    onTestFinished(() => asked.mockRestore());
    const { total, isPartial } = await find(db, 'docker ', { limit: 5, patienceMs: 0 });
    expect(isPartial ? total < 300 : total === 300).toBe(true);
    const all = await find(db, 'docker ', { limit: 5, patienceMs });
    expect([all.total, all.isPartial]).toEqual([300, undefined]);
    const lows = asked.mock.calls.flatMap(([range]) =>
      range instanceof IDBKeyRange && typeof range.upper === 'number' ? [Number(range.lower)] : [],
    );
    expect(lows.length, 'in several pieces').toBeGreaterThan(2);
    expect(lows.length, 'each once').toBe(new Set(lows).size);
    const [newest = 0] = lows;
    const older = lows.findIndex((low) => low < newest);
    expect(older).toBeGreaterThan(0);
    expect(Math.max(...lows.slice(older)), 'the newest piece first').toBeLessThan(newest);
    expect(await order(db)).toEqual(before);
    const unread = await db.segments.toArray();
    while (await tendIndex(updated, 0));
    expect((await find(db, 'docker ', { limit: 5, patienceMs: 0 })).isPartial).toBeUndefined();
    expect(await order(db), 'of equals the newest stand first as before').toEqual(before);
    expect(unread.flatMap((segment) => olderOf(db, segment).parts)).toEqual([]);
  });

  it('of another format that stands in no segment yet is made anew as well', async () => {
    const device = createDevice();
    const db = device.store.relaxed;
    await takeMany(device, [{ title: 'podman' }]);
    await flush(db, 1);
    await keep(device.store, { id: createId(), kind: 'lesson', body: { created: 1, title: 'docker' } }, device.clock);
    await db.fresh.toCollection().modify({ line: '\ndockr!', format: FORMAT - 1 });
    const updated = reopen(device);
    while (await tendIndex(updated, 0));
    expect((await find(updated.relaxed, 'docker ', { limit: 5 })).total).toBe(1);
    expect((await find(updated.relaxed, 'podman ', { limit: 5 })).total).toBe(1);
  });

  it('holds no more than 5,000 records in memory, and says then that older ones may be missing', async () => {
    const device = createDevice();
    const db = device.store.relaxed;
    const bodies = Array.from({ length: 300 }, () => ({ title: 'docker' }));
    await takeMany(device, bodies);
    await db.segments.toCollection().modify({ format: 99 });
    for (const segment of await db.segments.toArray()) olderOf(db, segment).records = 5_000;
    const { total, isPartial } = await find(db, 'docker ', { limit: 5, patienceMs });
    expect([total, isPartial]).toEqual([0, true]);
  });

  it.each([3, 300])(
    'passes over a record that cannot be read for its words, of %i, says so, and finds the others',
    async (count) => {
      const told = vi.fn();
      vi.stubGlobal('reportError', told);
      onTestFinished(() => {
        vi.unstubAllGlobals();
      });
      const device = createDevice();
      const db = device.store.relaxed;
      const bodies = Array.from({ length: count }, () => ({ title: 'docker' }));
      await takeMany(device, bodies);
      while (await flush(db, 1));
      const [broken] = await db.records.toArray();
      if (broken) await db.records.put({ ...broken, site: 5 as never });
      await db.segments.toCollection().modify({ format: 99 });
      expect((await find(db, 'docker ', { limit: 5, patienceMs })).total).toBe(count - 1);
      for (let steps = 0; await tendIndex(device.store, 0); steps++) expect(steps).toBeLessThan(50);
      expect((await find(db, 'docker ', { limit: 5, patienceMs: 0 })).total).toBe(count - 1);
      expect(await db.records.where('number').below(0).count()).toBe(1);
      expect((await db.segments.toArray()).filter(({ format }) => format === 99)).toEqual([]);
      expect(told.mock.calls.map(([error]) => error.message)).toEqual([
        'Search cannot read 1 records for their words.',
      ]);
    },
  );

  it.each([20, 2_000])('is made anew where a leaf is damaged and its sum fits: %i records', async (count) => {
    const device = createDevice();
    const db = device.store.relaxed;
    for (const title of ['docker', 'podman']) {
      const bodies = Array.from({ length: count }, (_, i) => ({ title: `${title} ${i % 7}`, created: i }));
      await takeMany(device, bodies);
      while (await flush(db, 1));
    }
    for (const leaf of await db.leaves.toArray()) {
      const { terms, starts } = readLeaf(leaf);
      const data = leaf.data.slice().fill(0, starts[0]);
      if (terms.includes('docker')) await db.leaves.put({ ...leaf, data, sum: sumOf(leaf.terms, data) });
    }
    expect((await find(db, 'docker ', { limit: 5, patienceMs })).total).toBe(count);
    expect((await find(db, 'podman ', { limit: 5, patienceMs })).total).toBe(count);
    expect(await db.meta.get('search-rebuild')).toBeDefined();
    while (await tendIndex(device.store, 0));
    expect((await find(db, 'docker ', { limit: 5, patienceMs: 0 })).total).toBe(count);
  });

  it('reads few records at a time where they are large', async () => {
    const device = createDevice();
    const db = device.store.relaxed;
    const bodies = Array.from({ length: 60 }, (_, i) => ({ title: `docker ${i}`, quote: 'tea '.repeat(100_000) }));
    await takeMany(device, bodies);
    while (await flush(db, 1));
    await db.segments.toCollection().modify({ format: 99 });
    const asked = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    onTestFinished(() => asked.mockRestore());
    expect((await find(db, 'docker ', { limit: 5, patienceMs })).total).toBe(60);
    const sizes = asked.mock.calls.flatMap(([range]) =>
      range instanceof IDBKeyRange && typeof range.upper === 'number'
        ? [Number(range.upper) - Number(range.lower) + 1]
        : [],
    );
    expect(Math.max(...sizes.slice(1))).toBeLessThanOrEqual(5);
  });
});
