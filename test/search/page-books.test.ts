import { beforeAll, expect, it, vi } from 'vitest';
import { briefOf, createVocabulary } from '../../src/search/page/brief.ts';
import { findForPage } from '../../src/search/page/for-page.ts';
import { fieldsOf } from '../../src/search/text/entry.ts';
import { loadStemmers } from '../../src/search/text/language.ts';
import { createMemoryIndex, loadFrom } from '../../src/search/write/memory.ts';

const read = vi.hoisted(() => ({ letters: 0 }));
vi.mock('../../src/search/text/terms.ts', async (original) => {
  const all = await original<typeof import('../../src/search/text/terms.ts')>();
  const eachLexeme: typeof all.eachLexeme = (text, tongue, visit) => {
    read.letters += text.length;
    all.eachLexeme(text, tongue, visit);
  };
  const addTerms: typeof all.addTerms = (found, text, tongue, from) => {
    read.letters += text.length;
    return all.addTerms(found, text, tongue, from);
  };
  return { ...all, eachLexeme, addTerms };
});

beforeAll(() => loadStemmers());

it('of books that fit a page their beginnings are read, and the best of them is told by these', async () => {
  const book = (of: string) => `${of} stands here beside other things, some of them long. `.repeat(3_600);
  const books = ['sourdough', 'chargeback', 'networking'].map((of) => ({
    title: `Of ${of}`,
    note: book(of),
    site: '',
  }));
  const notes = Array.from({ length: 30 }, (_, i) => ({
    title: `Note ${i}`,
    note: `other things, number ${i}`,
    site: '',
  }));
  const all = [...books, ...notes];
  const { index, entries } = createMemoryIndex(all);
  read.letters = 0;
  const [best] = await findForPage(
    index,
    {
      url: 'https://docs.example/',
      title: 'What a chargeback is',
      headings: [],
      body: 'A chargeback takes money back. Other things stand beside it, long ones, and some of them here.',
    },
    { limit: 3, weak: true, load: loadFrom(entries, all) },
  );
  expect(best?.item.title).toBe('Of chargeback');
  expect(best?.because).toContain('chargeback');
  expect(read.letters).toBeLessThan(200_000);
});

it('what is read of a book stands for the rest of it', () => {
  const vocabulary = createVocabulary();
  const note = 'dough other '.repeat(30_000);
  const { times, ids } = briefOf(fieldsOf({ note, lang: 'en', site: '' }), vocabulary);
  const said = ids.filter((id) => id === vocabulary.idOf('dough')).length;
  expect(said).toBeLessThan(3_000);
  expect(Math.abs(times * said - 30_000)).toBeLessThan(100);
});
