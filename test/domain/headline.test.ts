import { expect, test } from 'vitest';
import { type FieldMarks, headlineOf, sourceOf } from '../../src/domain/headline.ts';
import type { KnownRecord } from '../../src/domain/record.ts';

const record = (kind: 'lesson' | 'question' | 'answer', body: object) =>
  ({ kind, body: { created: 1, ...body } }) as KnownRecord;

/** Its two lines as texts. */
const linesOf = (one: KnownRecord, marks: FieldMarks = []) => {
  const { first, second } = headlineOf(one, marks);
  return { first: first.text, second: second.text };
};

test('a note comes before the quote that it is about', () => {
  const lesson = record('lesson', { quote: 'The quote.', note: 'The note.', title: 'A page' });
  expect(linesOf(lesson)).toEqual({ first: 'The note.', second: 'The quote.' });
});

test('a page that was kept whole is called by its title', () => {
  expect(linesOf(record('lesson', { title: 'A page' }))).toEqual({ first: 'A page', second: '' });
});

test('where there is nothing else to say below a note, the row says what it is about: its own title, or its page’s', () => {
  const target = { url: '', href: 'https://a.example/', title: 'A page', selectors: [] };
  expect(linesOf(record('lesson', { note: 'The note.', title: 'Backups', target }))).toEqual({
    first: 'The note.',
    second: 'Backups',
  });
  expect(linesOf(record('lesson', { quote: 'The quote.', target })).second).toBe('A page');
  expect(linesOf(record('question', { text: 'Why?', title: ' ', target })).second).toBe('A page');
  expect(linesOf(record('lesson', { note: 'A page', quote: '\n', target })).second).toBe('');
});

test('behind the tag that it was found by the row says what it is about', () => {
  const lesson = record('lesson', { note: 'The note.', title: 'Backups', tags: ['night', 'postgres'] });
  expect(headlineOf(lesson, [[], [], [], [], [7, 15, 0]]).second).toEqual({
    text: 'night, postgres · Backups',
    marks: [7, 15, 0],
  });
  const whole = record('lesson', { title: 'Backups', tags: ['night'] });
  expect(linesOf(whole, [[], [], [], [], [0, 5, 0]])).toEqual({ first: 'Backups', second: 'night' });
});

test('what shows nothing is not said', () => {
  expect(linesOf(record('lesson', { note: '\u202e\u200b \n', quote: 'The quote.' }))).toEqual({
    first: 'The quote.',
    second: '',
  });
});

test('a row says where the words were found', () => {
  const lesson = record('lesson', { quote: 'The quote.', note: 'The note.', title: 'Deploying' });
  const found = headlineOf(lesson, [[0, 9, 0], [], []]);
  expect(found.first.text).toBe('The note.');
  expect(found.second).toEqual({ text: 'Deploying', marks: [0, 9, 0] });
});

test('a row says where that was found which its first line does not show', () => {
  const said = { note: 'about tags', quote: 'tags', title: 'More tags', tags: ['one', 'nine'] };
  const marks = [[5, 9, 0], [0, 4, 0], [6, 10, 0], [], [5, 9, 1]];
  expect(linesOf(record('lesson', said), marks)).toEqual({ first: 'about tags', second: 'one, nine · More tags' });
  expect(linesOf(record('lesson', said), marks.slice(0, 4))).toEqual({ first: 'about tags', second: 'tags' });
});

test('what is found in words that the first line has no room for stands below', () => {
  const note = `${'dull '.repeat(100)}tern and ${'dull '.repeat(100)}gull`;
  const lesson = record('lesson', { note, title: 'The gull' });
  const [tern, gull] = [note.indexOf('tern'), note.indexOf('gull')];
  const marks = [[4, 8, 1], [], [tern, tern + 4, 0, gull, gull + 4, 1]];
  expect(linesOf(lesson, marks)).toEqual({ first: note, second: 'The gull' });
});

test('a question says itself first', () => {
  expect(linesOf(record('question', { text: 'Why?', quote: 'that' }))).toEqual({ first: 'Why?', second: 'that' });
});

test('what was written from nothing comes from nowhere', () => {
  expect(sourceOf(record('lesson', { note: 'n' }))).toEqual({ title: '', href: '' });
  expect(sourceOf(record('lesson', { link: 'https://a.example/' })).href).toBe('https://a.example/');
});

test('what was written from nothing is not its own source, also with a link', () => {
  const written = record('lesson', { title: 'Renew the certificate', note: 'n' });
  expect(sourceOf(written)).toEqual({ title: '', href: '' });
  const linked = record('lesson', { title: 'Renew the certificate', link: 'https://a.example/' });
  expect(sourceOf(linked)).toEqual({ title: '', href: 'https://a.example/' });
  const target = { url: '', href: 'file:///guide.pdf', selectors: [] };
  expect(sourceOf(record('lesson', { title: 'A guide', target })).title).toBe('A guide');
});

test('an answer that was found by the site of its link says the link, with that marked', () => {
  const body = { text: 'Look there', link: 'https://ghdocs.example/runners' };
  const { second } = headlineOf(record('answer', body), [[], [], [], [], [], [0, 6, 0]]);
  expect(second).toEqual({ text: body.link, marks: [8, 14, 0] });
  const link = 'https://www.GHDocs.example/runners';
  const written = headlineOf(record('answer', { ...body, link }), [[], [], [], [], [], [0, 6, 0]]);
  expect(written.second).toEqual({ text: link, marks: [12, 18, 0] });
});

test('so it does where its site is written in other letters', () => {
  const body = { text: 'Look there', link: 'https://xn--bcher-kva.example/runners' };
  const { second } = headlineOf(record('answer', body), [[], [], [], [], [], [0, 6, 0]]);
  expect(second).toEqual({ text: 'https://bücher.example/runners', marks: [8, 14, 0] });
});
