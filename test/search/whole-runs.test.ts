import { expect, it } from 'vitest';
import { parseQuery } from '../../src/search/asked/query.ts';
import { search } from '../../src/search/find/search.ts';
import { createMemoryIndex, loadFrom } from '../../src/search/write/memory.ts';

/** Searches for 東京都 among some titles, and tells how many records each time were read; `signal` is aborted with the read of that number. */
async function ask(titles: string[], abortedAt?: number) {
  const { index, entries } = createMemoryIndex(titles.map((title) => ({ title, site: '' })));
  const load = loadFrom(entries, titles);
  const reads: number[] = [];
  const overtaken = new AbortController();
  const options = {
    limit: 5,
    load: (numbers: number[]) => {
      reads.push(numbers.length);
      if (reads.length === abortedAt) overtaken.abort();
      return load(numbers);
    },
    signal: overtaken.signal,
  };
  return { reads, searching: search(index, parseQuery('東京都'), options) };
}

it.each([1, 2])(
  'hundreds that have but the pairs are read no further where nobody waits for it any more, from read %i on',
  async (last) => {
    const titles = Array.from({ length: 400 }, () => '東京と京都');
    const whole = await ask(titles);
    expect(await whole.searching).toMatchObject({ whole: 0, total: 400 });
    expect(whole.reads.length).toBeGreaterThan(last);
    const { reads, searching } = await ask(titles, last);
    await expect(searching).rejects.toThrow(/abort/i);
    expect(reads).toEqual(whole.reads.slice(0, last));
  },
);

it('where all that is shown has it and hundreds more may, no more are read, and it is said about how many', async () => {
  const { reads, searching } = await ask(Array.from({ length: 400 }, () => '東京都'));
  expect(await searching).toMatchObject({ whole: 400, total: 400, isAbout: true });
  expect(reads).toEqual([5]);
});

it('of hundreds that were read none but those that may be shown is looked at again', async () => {
  const titles = Array.from({ length: 400 }, (_, i) => (i < 3 ? '東京都' : '東京と京都'));
  const { index, entries } = createMemoryIndex(titles.map((title) => ({ title, site: '' })));
  let again = 0;
  const madeAt = () => ++again;
  await search(index, parseQuery('東京都'), { limit: 5, load: loadFrom(entries, titles), madeAt });
  // When each was made is asked twice.
  expect(again).toBeLessThanOrEqual(20);
});

it('letters without spaces that are typed again and again are marked once where they stand', async () => {
  const titles = ['東a'.repeat(20)];
  const { index, entries } = createMemoryIndex(titles.map((title) => ({ title, site: '' })));
  const { hits } = await search(index, parseQuery('東a'.repeat(10)), { limit: 5, load: loadFrom(entries, titles) });
  const marks = hits[0]?.marks.flat() ?? [];
  expect(marks.length / 3).toBeGreaterThan(0);
  expect(marks.length / 3).toBeLessThanOrEqual(80);
});
