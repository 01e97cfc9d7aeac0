import { beforeAll, describe, expect, it } from 'vitest';
import { findForPage } from '../../src/search/page/for-page.ts';
import type { Page } from '../../src/search/page/page-query.ts';
import { loadStemmers } from '../../src/search/text/language.ts';
import { createMemoryIndex, loadFrom } from '../../src/search/write/memory.ts';

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

const HEADINGS = Array.from({ length: 1000 }, (_, i) => `Heading ${i}`);
const SAID = 'The bank asks for the receipt, the signature and the tracking number within seven days.';

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

  it('reasons begin with what of the title stands on the page in a row, and hold no small word, whatever its form', async () => {
    const [best] = await forPage({
      title: 'Docker networking explained',
      body: 'This is about docker networking: these containers are on one bridge, and each of the others is reached there.',
    });
    expect(best?.because[0]).toBe('docker networking');
    expect(best?.because).toEqual(expect.arrayContaining(['bridge', 'containers']));
    expect(best?.because.join(' ')).not.toMatch(/\b(?:this|these|are|on|one|and|each|of|the)\b/);
  });

  it.each([
    ['of nothing', {}, []],
    ['of another script', { body: '東京タワーの高さ' }, []],
    ['of numbers', { body: '4 8 15 16 23 42 '.repeat(100) }, []],
    ['of one word', { body: 'sourdough' }, ['Sourdough']],
    ['of one word and a thousand headings', { body: 'sourdough', headings: HEADINGS }, ['Sourdough']],
    ['of twenty megabytes', { body: 'docker bridge '.repeat(1_500_000) }, ['Docker networking']],
  ])('beside a page %s at most what it says is shown, and nothing of it stands out', async (_, change, fair) => {
    const found = (await forPage(change)).filter(({ grade }) => grade !== 'weak');
    expect(fair).toEqual(expect.arrayContaining(found.map(({ item }) => item)));
    expect(found.map(({ grade }) => grade)).not.toContain('strong');
  });

  it('a flood of lessons that say the same is a handful, of which none stands out', async () => {
    const flood = Array.from({ length: 5_000 }, (_, i) => ({
      title: `Chargeback evidence ${i}`,
      note: SAID,
      site: '',
    }));
    const { index, entries } = createMemoryIndex([...lessons, ...flood]);
    const items = entries.map((_, i) => i);
    const asked = { title: 'Chargeback evidence', body: `${SAID} Docker networking is not what this is about.` };
    const found = await findForPage(index, page(asked), { limit: 5, load: loadFrom(entries, items) });
    expect(found.length).toBeLessThanOrEqual(5);
    expect(found.map(({ grade }) => grade)).not.toContain('strong');
  });
});
