import { describe, expect, test } from 'vitest';
import type { KnownRecord, RecordOf } from '../../src/domain/record.ts';
import { cardAsMarkdown } from '../../src/exchange/markdown-card.ts';

const version = { n: 1, time: 0, device: 'd', hash: '' };
const created = Date.UTC(2026, 2, 1);
const target = {
  url: 'https://docs.example/deploy',
  href: 'https://docs.example/deploy',
  title: 'Deploying',
  selectors: [],
};
const lesson = (body: object): KnownRecord =>
  ({ id: 'a', kind: 'lesson', author: 'me', schema: 1, version, body: { created, ...body } }) as KnownRecord;

test('a lesson is its quote, what was written, its tags and its source', () => {
  const card = lesson({
    quote: 'The cache is emptied\non deploy.',
    note: 'That is why.',
    tags: ['ops', 'slow start'],
    target,
  });
  expect(cardAsMarkdown(card, 'Ana')).toBe(
    [
      '> The cache is emptied\n> on deploy.',
      'That is why.',
      '#ops #slow-start',
      '— [Deploying](<https://docs.example/deploy>), Ana, 2026-03-01',
    ].join('\n\n'),
  );
});

test('what turns a text around stays in what was written and turns nothing of the line below it', () => {
  const turned = { ...target, title: 'De\u202eploying', href: 'https://docs.example/\u202edeploy' };
  const card = cardAsMarkdown(lesson({ note: 'That \u202eis why.', target: turned }), '\u2067Ana');
  expect(card).toBe('That \u202eis why.\n\n— [Deploying](<https://docs.example/%E2%80%AEdeploy>), Ana, 2026-03-01');
});

test('a question and an answer are their text, signed', () => {
  const question = { ...lesson({}), kind: 'question', body: { created, text: 'Why?', target } } as KnownRecord;
  expect(cardAsMarkdown(question, 'Ana')).toMatch(/^Why\?\n\n— \[Deploying\]/);
  const answer = { ...lesson({}), kind: 'answer', body: { created, question: 'q', text: 'Because.' } } as KnownRecord;
  expect(cardAsMarkdown(answer, 'Ben')).toBe('Because.\n\n— Ben, 2026-03-01');
});

test('an answer quotes its question and names its page, and the page that it leads to', () => {
  const question = { ...lesson({}), kind: 'question', body: { created, text: 'Why\n<b>now?', target } };
  const body = { created, question: 'q', text: 'Because.', link: 'https://wiki.example/why' };
  const answer = { ...lesson({}), kind: 'answer', body } as KnownRecord;
  expect(cardAsMarkdown(answer, 'Ben', question as RecordOf<'question'>)).toBe(
    [
      '> Why\n> \\<b>now?',
      'Because.',
      '[https://wiki.example/why](<https://wiki.example/why>)',
      '— [Deploying](<https://docs.example/deploy>), Ben, 2026-03-01',
    ].join('\n\n'),
  );
});

test("a lesson's own title stands above, where its page has another", () => {
  const source = '— [Deploying](<https://docs.example/deploy>), Ana, 2026-03-01';
  expect(cardAsMarkdown(lesson({ title: 'Why *it* waits', target }), 'Ana')).toBe(
    `**Why \\*it\\* waits**\n\n${source}`,
  );
  expect(cardAsMarkdown(lesson({ title: ' Deploying', target }), 'Ana')).toBe(source);
  expect(cardAsMarkdown(lesson({ title: '', target }), 'Ana')).toBe(source);
  const untitled = { ...target, title: '' };
  expect(cardAsMarkdown(lesson({ title: 'Own', target: untitled }), 'Ana')).toMatch(/^— \[Own\]/);
});

test('a time that no calendar reaches is left out', () => {
  expect(cardAsMarkdown(lesson({ note: 'Tea', created: 9e15 }), 'Ana')).toBe('Tea\n\n— Ana');
});

test('a lesson from nothing has no source', () => {
  expect(cardAsMarkdown(lesson({ note: 'Ask early.' }), 'Ana')).toBe('Ask early.\n\n— Ana, 2026-03-01');
});

describe('a hostile page', () => {
  test.each([
    ['title with a link', { title: '](javascript:alert(1)) [x' }, /(?<!\\)\]\(javascript/],
    ['title over lines', { title: 'a\n\n# Heading' }, /^# Heading/m],
    ['title with HTML', { title: '<img src=x onerror=alert(1)>' }, /(?<!\\)<img/],
    ['address that is a script', { href: 'javascript:alert(1)' }, /javascript/],
    ['address that ends the link', { href: 'https://x.example/a> <script>' }, /<script>/],
  ])('cannot break out by its %s', (_, change, broken) => {
    const card = lesson({ quote: 'q', target: { ...target, ...change } });
    expect(cardAsMarkdown(card, 'Ana')).not.toMatch(broken);
  });

  test.each(['![x](https://spy.example/i.png)', '[x](javascript:alert(1))', '<img src=x onerror=alert(1)>'])(
    'cannot bring %s to life by a quote',
    (quote) => {
      expect(cardAsMarkdown(lesson({ quote }), 'Ana')).not.toMatch(/(?<!\\)[<[]/);
    },
  );
});
