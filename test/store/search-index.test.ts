import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createId } from '../../src/kit/id.ts';
import { ok } from '../../src/kit/result.ts';
import { commit } from '../../src/store/commit.ts';
import { find } from '../../src/store/find.ts';
import { askRebuild, rebuild } from '../../src/store/index-rebuild.ts';
import { edit, keep } from '../../src/store/keep.ts';
import { makeReady } from '../../src/store/ready.ts';
import { finishRemovals, remove, restore } from '../../src/store/remove.ts';
import { toRow } from '../../src/store/row.ts';
import { PRIVATE } from '../../src/store/rows.ts';
import { flush } from '../../src/store/segment-flush.ts';
import { merge } from '../../src/store/segment-merge.ts';
import { tendIndex } from '../../src/store/tend-index.ts';
import { createDevice, type Device, value } from './device.ts';
import { fullScan } from './full-scan.ts';

const RUNS = Number(process.env.RUNS ?? 40);
const VOCABULARY =
  'run running runs connect connection container docker compose Komposition Häuser haus 東京 東京タワー Tower GitHub git hub the of und C++ naïve naive kubernetes'.split(
    ' ',
  );

const word = fc.constantFrom(...VOCABULARY);
const text = fc.array(word, { maxLength: 8 }).map((some) => some.join(' '));
const body = fc.record(
  { title: text, note: text, tags: fc.array(word, { maxLength: 2 }), lang: fc.constantFrom('en', 'de', 'pl') },
  { requiredKeys: [] },
);
const begun = word.chain((whole) => fc.integer({ min: 1, max: whole.length }).map((length) => whole.slice(0, length)));
const asked = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 3, arbitrary: begun },
  word.map((one) => `-${one}`),
  fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`),
  fc.tuple(word, word).map(([a, b]) => `${a} or ${b}`),
  word.map((one) => `tag:${one}`),
  fc.constantFrom('has:note', 'is:question', 'is:mine', 'runing', 'dokcer'),
);
const typed = fc.array(asked, { minLength: 1, maxLength: 4 }).map((some) => some.join(' '));

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('add' as const), body }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), at: fc.nat(), body }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'restore' as const), at: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('bulk' as const),
      bodies: fc.array(body, { minLength: 1, maxLength: 6 }),
      skipped: fc.nat(2),
      again: fc.boolean(),
      at: fc.nat(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('flush' as const, 'merge' as const) }) },
  fc.record({ do: fc.constantFrom('finish' as const, 'rebuild' as const, 'rebuild-step' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(device: Device, ids: string[], one: Step): Promise<void> {
  const { store, clock } = device;
  const id = 'at' in one ? ids[one.at % Math.max(1, ids.length)] : undefined;
  if (one.do === 'add') {
    ids.push(createId());
    await keep(store, { id: ids.at(-1) ?? '', kind: 'lesson', body: { created: 1, ...one.body } }, clock);
  } else if (one.do === 'edit' && id) await edit(store, [PRIVATE, id], () => ({ created: 1, ...one.body }), clock);
  else if (one.do === 'bulk') await takeMany(device, ids, one);
  else if (one.do === 'remove' && id) await remove(store, [[PRIVATE, id]], 1000, clock);
  else if (one.do === 'restore' && id) await restore(store, [[PRIVATE, id]]);
  else if (one.do === 'finish') {
    device.turn(1001);
    await finishRemovals(store, clock);
  } else if (one.do === 'flush') await flush(store.relaxed, 1);
  else if (one.do === 'merge') await merge(store.relaxed, 1);
  else if (one.do === 'rebuild') await askRebuild(store.relaxed);
  else if (one.do === 'rebuild-step') await rebuild(store.relaxed);
}

/** Many at once: new ones, one that stands already, and some that turn out not to be written after all. */
async function takeMany({ store }: Device, ids: string[], { bodies, skipped, again, at }: Step & { do: 'bulk' }) {
  const version = { n: 9, time: 9, device: 'd', hash: 'h' };
  const rows = bodies.map((one, i) => {
    const id = (again && i === 0 && ids[at % Math.max(1, ids.length)]) || createId();
    return toRow({ id, kind: 'lesson', author: 'a', schema: 1, version, body: { created: 1, ...one } }, PRIVATE, true);
  });
  const ready = await makeReady(rows, 1);
  const written = rows.slice(Math.min(skipped, rows.length - 1));
  value(await commit(store.relaxed, async (door) => ok(await door.putAll(written)), ready));
  ids.push(...written.map(({ id }) => id));
}

async function agree(device: Device, query: string): Promise<void> {
  const found = await find(device.store.relaxed, query, { limit: 500 });
  const expected = await fullScan(device.store.relaxed, query);
  const shown = found.hits.map(({ record, isWhole }) => ({ id: record.id, isWhole }));
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect(shown.toSorted(byId), query).toEqual(expected.toSorted(byId));
  expect(found.total, query).toBe(expected.length);
  expect(shown.map(({ isWhole }) => isWhole)).toEqual(
    shown.map(({ isWhole }) => isWhole).sort((a, b) => Number(b) - Number(a)),
  );
}

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

  it('is made anew from the records when it is damaged, and answers meanwhile', async () => {
    const device = createDevice();
    const db = device.store.relaxed;
    for (const title of ['docker', 'podman']) {
      await keep(device.store, { id: createId(), kind: 'lesson', body: { created: 1, title } }, device.clock);
      await flush(db, 1);
    }
    const [first] = await db.leaves.toArray();
    if (first) await db.leaves.put({ ...first, data: first.data.map((byte) => byte ^ 1) });
    const total = async (typed: string) => (await find(db, typed, { limit: 5 })).total;
    expect(await total('docker')).toBe(0);
    expect(await total('podman')).toBe(1);
    while (await tendIndex(device.store, 0)) expect(await total('podman')).toBe(1);
    expect(await total('docker')).toBe(1);
  });

  it.each(['leaf', 'list', 'missing leaf'])('is made anew where a merge meets a damaged one: %s', async (what) => {
    const device = createDevice();
    const db = device.store.relaxed;
    const count = what === 'list' ? 700 : 1;
    for (let i = 0; i < 4; i++) {
      const bodies = Array.from({ length: count }, () => ({ title: `tea ${i}` }));
      await takeMany(device, [], { do: 'bulk', bodies, skipped: 0, again: false, at: 0 });
    }
    const [list] = await db.lists.toArray();
    if (what === 'list' && list) await db.lists.put({ ...list, bytes: list.bytes.map((byte) => byte ^ 1) });
    const [first] = await db.leaves.toArray();
    if (what === 'leaf' && first) await db.leaves.put({ ...first, terms: `x${first.terms}` });
    if (what === 'missing leaf' && first) await db.leaves.delete([first.segment, first.at]);
    while (await tendIndex(device.store, 0));
    expect((await find(db, 'tea ', { limit: 5 })).total).toBe(4 * count);
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

  it('of another format is made anew', async () => {
    const device = createDevice();
    const db = device.store.relaxed;
    await keep(device.store, { id: createId(), kind: 'lesson', body: { created: 1, title: 'docker' } }, device.clock);
    await flush(db, 1);
    await db.segments.toCollection().modify({ format: 99 });
    while (await tendIndex(device.store, 0));
    expect((await find(db, 'docker', { limit: 5 })).total).toBe(1);
  });
});
