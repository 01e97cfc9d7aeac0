import { expect, it } from 'vitest';
import { parseQuery } from '../../src/search/asked/query.ts';
import { search } from '../../src/search/find/search.ts';
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
