import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { find } from '../../src/store/find.ts';
import { keep } from '../../src/store/keep.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { merge } from '../../src/store/segment-merge.ts';
import { tendIndex } from '../../src/store/tend-index.ts';
import { createDevice } from './device.ts';
import { agree, step, take, typed } from './histories.ts';

const RUNS = Number(process.env.RUNS ?? 40);

describe('the search index', () => {
  it('agrees with a full scan, whatever was done and wherever it stopped', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 30 }),
        fc.array(typed, { minLength: 1, maxLength: 4 }),
        async (steps, queries) => {
          const device = createDevice();
          const ids: string[] = [];
          for (const one of steps) await take(device, ids, one);
          for (const query of queries) await agree(device, query);
          while (await tendIndex(device.store, 0));
          for (const query of queries) await agree(device, query);
        },
      ),
      { numRuns: RUNS },
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
