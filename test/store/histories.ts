import fc from 'fast-check';
import { expect } from 'vitest';
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
import { type Device, value } from './device.ts';
import { fullScan } from './full-scan.ts';

const VOCABULARY =
  'run running runs connect connection container docker compose Komposition Häuser haus 東京 東京タワー Tower GitHub git hub the of und C++ naïve naive kubernetes commit comm commettre war'.split(
    ' ',
  );

/** Longer than any word that has spaces beside it is kept. */
const LONG = Array.from({ length: 150 }, (_, i) => String.fromCodePoint(0x4e00 + 37 * i)).join('');
const word = fc.constantFrom(...VOCABULARY);
const text = fc
  .array(fc.oneof({ weight: 9, arbitrary: word }, fc.constantFrom('-run', '-docker', 'docker_run', LONG, 'dockre')), {
    maxLength: 8,
  })
  .map((some) => some.join(' '));
const body = fc.record(
  { title: text, note: text, tags: fc.array(word, { maxLength: 2 }), lang: fc.constantFrom('en', 'de', 'fr', 'pl') },
  { requiredKeys: [] },
);
const begun = word.chain((whole) => fc.integer({ min: 1, max: whole.length }).map((length) => whole.slice(0, length)));
const asked = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 3, arbitrary: begun },
  word.map((one) => `-${one}`),
  fc.tuple(word, word).map(([a, b]) => `-${a}.${b}`),
  fc.constantFrom('--run', '-rf', '-docker', 'docker -run'),
  fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`),
  fc.tuple(word, word).map(([a, b]) => `-"${a} ${b}"`),
  fc.tuple(word, word).map(([a, b]) => `${a} or ${b}`),
  fc
    .array(
      fc.oneof(
        word,
        begun,
        fc.tuple(word, word).map(([a, b]) => `${a}_${b}`),
        fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`),
      ),
      { minLength: 2, maxLength: 3 },
    )
    .map((some) => some.join(' or ')),
  begun.map((one) => `tag:${one}`),
  fc.tuple(begun, begun).map(([a, b]) => `tag:${a} or tag:${b}`),
  fc.constantFrom(
    'is:lesson or is:question',
    '-is:lesson',
    'is:mine or has:tag',
    '-is:unanswered',
    'is:unanswered or is:lesson',
  ),
  fc.constantFrom(
    'has:note',
    'is:question',
    'is:mine',
    'runing',
    'dokcer',
    'dockre',
    'conection',
    LONG.slice(62, 66),
    LONG.slice(-3),
  ),
);
/** What somebody types. */
export const typed = fc.array(asked, { minLength: 1, maxLength: 4 }).map((some) => some.join(' '));

/** What may be done, and where the index may stop. */
export const step = fc.oneof(
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

export async function take(device: Device, ids: string[], one: Step): Promise<void> {
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
export async function takeMany(
  { store }: Device,
  ids: string[],
  { bodies, skipped, again, at }: Step & { do: 'bulk' },
) {
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

/** Search finds what a full scan does, in an order that holds. */
export async function agree(device: Device, query: string): Promise<void> {
  const found = await find(device.store.relaxed, query, { limit: 500, patienceMs: 60_000 });
  const expected = await fullScan(device.store.relaxed, query);
  const shown = found.hits.map(({ record, isWhole }) => ({ id: record.id, isWhole }));
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect(shown.toSorted(byId), query).toEqual(expected.toSorted(byId));
  expect(found.total, query).toBe(expected.length);
  expect(shown.map(({ isWhole }) => isWhole)).toEqual(
    shown.map(({ isWhole }) => isWhole).sort((a, b) => Number(b) - Number(a)),
  );
}
