import { expect, it, vi } from 'vitest';
import { narrowed } from '../../src/search/find/by-tongue.ts';
import type { Part } from '../../src/search/find/part.ts';
import { ENTRY, type List } from '../../src/search/stored/postings.ts';
import { tongueTerms } from '../../src/search/text/beginnings.ts';

const listOf = (...numbers: number[]): List => ({ count: numbers.length, entries: numbers.map((n) => n * ENTRY + 1) });
const [german = ''] = tongueTerms('de');
const [french = ''] = tongueTerms('fr');

/** A part that says which records have `stem`, and which are in German and in French. */
function createIndex(lists: Record<string, List>) {
  const part: Part = {
    match: async (matchers) => matchers.map(({ term }) => (lists[term] ? [lists[term]] : [])),
    count: async () => [],
    terms: async () => [],
  };
  const { parts } = narrowed({ parts: [part], records: 100, tongues: ['de', 'en', 'fr'], isGone: () => false });
  return async (of: ('de' | 'fr' | 'en' | 'und')[]) => {
    const [found] = (await parts[0]?.match([{ term: 'stem', isBeginning: false, weight: 1, of }])) ?? [];
    return found
      ?.flatMap((list) => ('entries' in list ? Array.from(list.entries, (entry) => entry / ENTRY) : []))
      .map(Math.floor);
  };
}

it('a stem is met in records of its tongues alone, an English one in all', async () => {
  const ask = createIndex({ stem: listOf(1, 5, 8, 9, 40, 99), [german]: listOf(5, 9), [french]: listOf(40, 41) });
  expect(await ask(['de'])).toEqual([5, 9]);
  expect(await ask(['fr'])).toEqual([40]);
  expect(await ask(['de', 'fr'])).toEqual([5, 9, 40]);
  expect(await ask(['de', 'en'])).toEqual([1, 5, 8, 9, 40, 99]);
  expect(await createIndex({ stem: listOf(1), [german]: listOf() })(['de'])).toEqual([]);
});

it('which records are in a tongue is read once, not with each letter', async () => {
  const theirs = listOf(5, 9);
  const ask = createIndex({ stem: listOf(1, 5), [german]: theirs });
  const read = vi.spyOn('entries' in theirs ? theirs.entries : [], 'slice');
  expect(await ask(['de'])).toEqual([5]);
  expect(await ask(['de'])).toEqual([5]);
  expect(read).toHaveBeenCalledOnce();
});
