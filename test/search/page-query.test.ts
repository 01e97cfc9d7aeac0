import { afterEach, expect, test, vi } from 'vitest';
import { findForPage } from '../../src/search/page/for-page.ts';
import { type Page, readInSteps } from '../../src/search/page/page-query.ts';
import { termsOf } from '../../src/search/text/terms.ts';
import { createMemoryIndex, loadFrom } from '../../src/search/write/memory.ts';

/** Some fifty thousand letters, in which no word stands where a step ends as it stands where another does. */
const BODY = Array.from({ length: 7_000 }, (_, i) => `w${(i * 7919) % 997}${i % 9 === 4 ? 'MoorIng' : ''}`).join(' ');
const PAGE: Page = { url: '', title: 'Moorings', headings: ['Where to lie'], body: BODY };

function finish<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('a page that is read in steps says what it says when it is read at once', () => {
  const { weights, row, pairs, vocabulary } = finish(readInSteps({ ...PAGE, title: '', headings: [] }, 'en'));
  const terms = termsOf(BODY, 'en');
  expect(row).toEqual(['', ...terms.flatMap(({ term, isPart }) => (isPart ? [] : [term])), '']);
  const counted = terms.map(({ term }) => [term, terms.filter((one) => one.term === term).length] as const);
  expect(weights).toEqual(new Map(counted));
  const beside = terms.flatMap((one, i) =>
    terms.slice(i + 1, i + 9).flatMap((next) => (next.at === one.at + 1 ? [`${one.term} ${next.term}`] : [])),
  );
  const found = pairs.flatMap((after, first) =>
    [...(after ?? [])].flatMap(([second, times]) =>
      Array.from({ length: times }, () => `${vocabulary.terms[first]} ${vocabulary.terms[second]}`),
    ),
  );
  expect(found.sort()).toEqual(beside.sort());
});

test('a long page is matched in many short steps, so that a key that is pressed meanwhile does not wait for all of it', async () => {
  const lessons = Array.from({ length: 60 }, (_, i) => ({
    title: `Mooring ${i}`,
    text: BODY.slice(i * 700, i * 700 + 400),
    site: '',
  }));
  const { index, entries } = createMemoryIndex(lessons);
  const ids = lessons.map((_, i) => i);
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 10;
    return now;
  });
  const pauses = vi.spyOn(globalThis, 'MessageChannel');
  const found = await findForPage(index, PAGE, { limit: 20, weak: true, load: loadFrom(entries, ids) });
  expect(found).toHaveLength(20);
  // One for each two thousand letters, one for each five hundred of their words, and one for each lesson that is looked at.
  expect(pauses.mock.calls.length).toBeGreaterThan(BODY.length / 2_200 + 7_000 / 500 + 20);
});

test('of a title or a heading that does not end its beginning is read', () => {
  const text = 'anchor '.repeat(100_000);
  const { weights } = finish(readInSteps({ url: '', title: text, headings: [text], body: '' }, 'en'));
  expect(weights.get('anchor')).toBeLessThan(2_000);
});
