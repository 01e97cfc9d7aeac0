import { expect, it } from 'vitest';
import { parseQuery } from '../../src/search/asked/query.ts';
import { search } from '../../src/search/find/search.ts';
import { adjacency, type Pair } from '../../src/search/look/neighbours.ts';
import { createMemoryIndex, loadFrom } from '../../src/search/write/memory.ts';

it('of two that have the same words the one comes first that has the neighbours which were typed twice', async () => {
  // Of equals the last would come first.
  const titles = ['jug then milk then tea cup', 'cup then tea then milk jug', 'Something else'];
  const { index, entries } = createMemoryIndex(titles.map((title) => ({ title, lang: 'en', site: '' })));
  const first = async (typed: string) => {
    const { hits } = await search(index, parseQuery(typed), { limit: 2, load: loadFrom(entries, titles) });
    return hits[0]?.loaded.item;
  };
  expect(await first('tea cup tea cup milk jug ')).toBe('jug then milk then tea cup');
  expect(await first('milk jug milk jug tea cup ')).toBe('cup then tea then milk jug');
});

it('the words of a long text are not gone through again for each of the pairs that were pasted', () => {
  let read = 0;
  const words = Array.from({ length: 100 }, (_, i) => `word${i}`);
  const pairs = words.map(
    (word, i): Pair => ({ first: new Set([word]), second: new Set([words[i + 1] ?? '']), worth: 1 }),
  );
  const seats = Array.from({ length: 3_000 }, (_, at) => ({
    get term() {
      read++;
      return words[at % 100] ?? '';
    },
    at,
    word: '',
    field: 1,
    start: 0,
    end: 0,
  }));
  const added = adjacency(pairs)({ seats, titleLength: 0, bodyLength: 3_000, end: 3_000 });
  expect(added).toBeGreaterThan(30);
  expect(read).toBeLessThan(4 * seats.length);
});

it('words that were typed beside others are no neighbours of each other', () => {
  const pairOf = (first: string, second: string): Pair => ({
    first: new Set([first]),
    second: new Set([second]),
    worth: 1,
  });
  const adding = adjacency([pairOf('tea', 'cup'), pairOf('milk', 'jug')]);
  const added = (...terms: string[]) => {
    const seats = terms.map((term, at) => ({ term, at, word: term, field: 1, start: 0, end: 0 }));
    return adding({ seats, titleLength: 0, bodyLength: seats.length, end: seats.length });
  };
  expect(added('tea', 'jug')).toBe(0);
  expect(added('cup', 'tea')).toBe(0);
  expect(added('milk', 'jug')).toBeGreaterThan(0);
});
