import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { find } from '../../src/store/find.ts';
import { keep } from '../../src/store/keep.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { merge } from '../../src/store/segment-merge.ts';
import { tendIndex } from '../../src/store/tend-index.ts';
import { createDevice, reopen } from './device.ts';
import { beginHistory, endHistory, take } from './histories.ts';
import { takeMany } from './take-many.ts';
import { agree, step, typed } from './texts-in-tongues.ts';

/** More in .ci/histories.mjs. What failed is done again with the seed and the path that are told. */
const { RUNS = 20, FROM } = process.env;

describe('the search index', () => {
  it('agrees with a full scan, whatever was done and wherever it stopped', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 30 }),
        fc.array(typed, { minLength: 1, maxLength: 4 }),
        async (steps, queries) => {
          const history = await beginHistory();
          const { device } = history;
          for (const one of steps) await take(history, one);
          for (const query of queries) await agree(device, query);
          while (await tendIndex(device.store, 0));
          for (const query of queries) await agree(device, query);
          await endHistory(history);
        },
      ),
      { numRuns: Number(RUNS), ...(FROM ? { path: FROM } : {}) },
    );
  });

  it('answers the same in the same order before, while and after segments merge', async () => {
    const device = createDevice();
    for (let i = 0; i < 40; i++) {
      const note = `docker ${'compose '.repeat(i % 5)} number${i}`;
      await keep(
        device.store,
        { id: createId(), kind: 'lesson', body: { created: 1, title: `Lesson ${i % 7}`, note } },
        device.clock,
      );
      if (i % 10 === 9) await flush(device.store.relaxed, 1);
    }
    const order = async () => {
      const { hits } = await find(device.store.relaxed, 'docker compose lesson', { limit: 40 });
      return hits.map(({ record }) => record.id);
    };
    const before = await order();
    for (let isMore = true; isMore; isMore = await merge(device.store.relaxed, 1))
      expect(await order()).toEqual(before);
    expect(await device.store.relaxed.segments.filter(({ format }) => format > 0).count()).toBe(1);
    while (await tendIndex(device.store, 0));
    expect(await order()).toEqual(before);
    expect(await device.store.relaxed.segments.count()).toBe(1);
  });

  it('may be tended and written to at once, as soon as it is opened', async () => {
    const device = createDevice();
    await keep(device.store, { id: createId(), kind: 'lesson', body: { created: 1, title: 'tea' } }, device.clock);
    const again = { ...device, store: reopen(device) };
    // Whoever hands Dexie a scope that is no async function shares transactions with whoever writes beside it: "committed too early".
    const both = await Promise.allSettled([tendIndex(again.store, 0), takeMany(again, [{ title: 'tea' }])]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect((await find(again.store.relaxed, 'tea ', { limit: 5 })).total).toBe(2);
  });

  it('bears two contexts that tend it at once', async () => {
    const device = createDevice();
    for (let i = 0; i < 12; i++) {
      await keep(
        device.store,
        { id: createId(), kind: 'lesson', body: { created: 1, title: `tea ${i}` } },
        device.clock,
      );
      await flush(device.store.relaxed, 1);
    }
    const tend = async () => {
      while (await tendIndex(device.store, 0));
    };
    await Promise.all([tend(), tend(), tend()]);
    expect((await find(device.store.relaxed, 'tea ', { limit: 5 })).total).toBe(12);
  });
});
