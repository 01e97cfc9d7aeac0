import { expect, test } from 'vitest';
import type { KnownRecord } from '../../src/domain/record.ts';
import { headlineOf, sourceOf } from '../../src/ui/headline.ts';

const record = (kind: 'lesson' | 'question', body: object) => ({ kind, body: { created: 1, ...body } }) as KnownRecord;

test('a note comes before the quote that it is about', () => {
  const lesson = record('lesson', { quote: 'The quote.', note: 'The note.', title: 'A page' });
  expect(headlineOf(lesson)).toEqual({ first: 'The note.', second: 'The quote.' });
});

test('a page that was kept whole is called by its title', () => {
  expect(headlineOf(record('lesson', { title: 'A page' }))).toEqual({ first: 'A page', second: '' });
});

test('a row says where the words were found', () => {
  const lesson = record('lesson', { quote: 'The quote.', note: 'The note.', title: 'Deploying' });
  expect(headlineOf(lesson, ['deploying'])).toEqual({ first: 'The note.', second: 'Deploying' });
});

test('a question says itself first', () => {
  expect(headlineOf(record('question', { text: 'Why?', quote: 'that' }))).toEqual({ first: 'Why?', second: 'that' });
});

test('what was written from nothing comes from nowhere', () => {
  expect(sourceOf(record('lesson', { note: 'n' }))).toEqual({ title: '', href: '' });
  expect(sourceOf(record('lesson', { link: 'https://a.example/' })).href).toBe('https://a.example/');
});

test('of a whole book that was kept the beginning is looked at, as no more of it is shown', () => {
  const lesson = record('lesson', {
    quote: `${'dull words '.repeat(100_000)}quokka`,
    note: 'The note.',
    title: 'A quokka',
  });
  expect(headlineOf(lesson, ['quokka'])).toEqual({ first: 'The note.', second: 'A quokka' });
});
