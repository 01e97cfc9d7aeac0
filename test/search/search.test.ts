import { expect, it } from 'vitest';
import { createMemoryIndex, loadFrom } from '../../src/search/memory.ts';
import { parseQuery } from '../../src/search/query.ts';
import { search } from '../../src/search/search.ts';

/** More than are looked at in one go, the oldest ten of them with the words the other way round. */
const TEXTS = Array.from({ length: 1_250 }, (_, i) => (i < 10 ? 'green apple' : 'apple green'));
const { index, entries } = createMemoryIndex(TEXTS.map((title) => ({ title, lang: 'en', site: '' })));
const numbers = TEXTS.map((_, i) => i);
let loaded = 0;
const load = async (some: number[]) => {
  loaded += some.length;
  return loadFrom(entries, numbers)(some);
};

it.each([
  ['words in a row', '"green apple"', undefined],
  ['what only the record tells', 'apple', (number: number) => number < 10],
])('%s are found where a thousand that fit better have them not', async (_, typed, keeps) => {
  const { hits, whole, total, isCut } = await search(index, parseQuery(typed), {
    limit: 5,
    load,
    ...(keeps ? { keeps } : {}),
  });
  expect(hits).toHaveLength(5);
  expect(hits.every(({ loaded: { item } }) => item < 10)).toBe(true);
  expect([whole, total, isCut]).toEqual([10, 10, undefined]);
});

it('no more are read than it takes to fill the limit, and it is said that there may be more', async () => {
  loaded = 0;
  const { whole, isCut } = await search(index, parseQuery('"apple green"'), { limit: 5, load });
  expect([loaded, whole, isCut]).toEqual([1_000, 1_000, true]);
});

it('what would take long ends where nobody waits for it any more', async () => {
  loaded = 0;
  const overtaken = new AbortController();
  const loadAndLeave = (some: number[]) => {
    overtaken.abort();
    return load(some);
  };
  const searching = search(index, parseQuery('"green apple"'), {
    limit: 5,
    load: loadAndLeave,
    signal: overtaken.signal,
  });
  await expect(searching).rejects.toThrow(/abort/i);
  expect(loaded).toBe(1_000);
});
