import { beforeAll, describe, expect, it } from 'vitest';
import { findForPage } from '../../src/search/for-page.ts';
import { loadStemmers } from '../../src/search/language.ts';
import { createMemoryIndex, loadFrom } from '../../src/search/memory.ts';
import type { Page } from '../../src/search/page-query.ts';

beforeAll(() => loadStemmers());

const page = (change: Partial<Page>): Page => ({
  url: 'https://docs.example/',
  title: '',
  headings: [],
  body: '',
  ...change,
});

const lessons = [
  { title: 'Refunds after a chargeback', note: 'The bank decides; keep the receipt' },
  { title: 'Docker networking', note: 'Containers on one bridge reach each other by name' },
  { title: 'Sourdough', note: 'Feed the starter the evening before' },
  ...Array.from({ length: 30 }, (_, i) => ({ title: `Note ${i}`, note: `something else entirely, number ${i}` })),
].map((lesson) => ({ ...lesson, site: '' }));

async function forPage(change: Partial<Page>) {
  const { index, entries } = createMemoryIndex(lessons);
  const items = lessons.map(({ title }) => title);
  return findForPage(index, page(change), { limit: 3, weak: true, load: loadFrom(entries, items) });
}

describe('for a page', () => {
  it('the lesson comes first that speaks of what the page is about, with the words they share', async () => {
    const [best] = await forPage({
      title: 'Handling disputes',
      body: 'When a customer asks the bank for a chargeback, refunds are not possible any more. Keep every receipt.',
    });
    expect(best?.item).toBe('Refunds after a chargeback');
    expect(best?.because).toEqual(expect.arrayContaining(['chargeback', 'refunds']));
  });

  it('a title that stands on the page counts more than words strewn over it', async () => {
    const found = await forPage({ body: 'Something about docker networking, and a bank, a receipt, an evening.' });
    expect(found[0]?.item).toBe('Docker networking');
  });

  it.each([
    ['of nothing', {}],
    ['of one word', { body: 'sourdough' }],
    ['of another script', { body: '東京タワーの高さ' }],
    ['with a thousand headings', { headings: Array.from({ length: 1000 }, (_, i) => `Heading ${i}`) }],
    ['of a megabyte', { body: 'docker bridge '.repeat(80_000) }],
  ])('a page %s is borne', async (_, change) => {
    await forPage(change);
  });
});
