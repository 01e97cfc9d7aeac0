import { expect, test } from 'vitest';
import type { KnownRecord } from '../../src/domain/record.ts';
import { cardAsMarkdown } from '../../src/exchange/markdown-card.ts';

const record = (kind: string, body: object) =>
  ({ kind, body: { created: Date.UTC(2026, 2, 1), ...body } }) as KnownRecord;
const target = { url: 'u', href: 'https://docs.example/deploy?a=1', title: 'Deploying', selectors: [] };

test('a lesson is its quote, its note, its tags and where it is from', () => {
  const lesson = record('lesson', { quote: 'Two\nlines', note: 'Why', tags: ['big cache'], target });
  expect(cardAsMarkdown(lesson, 'Ana')).toBe(
    '> Two\n> lines\n\nWhy\n\n#big-cache\n\n— [Deploying](<https://docs.example/deploy?a=1>), Ana, 2026-03-01',
  );
});

test('a question and an answer are copied too', () => {
  expect(cardAsMarkdown(record('question', { text: 'Why?' }), 'Bo')).toBe('Why?\n\n— Bo, 2026-03-01');
  expect(cardAsMarkdown(record('answer', { text: 'So.', question: 'q' }), 'Bo')).toBe('So.\n\n— Bo, 2026-03-01');
});

test("a title cannot smuggle Markdown's signs into the link", () => {
  const lesson = record('lesson', { target: { ...target, title: '[x](javascript:alert(1)) *b*' } });
  expect(cardAsMarkdown(lesson, 'A')).toContain('[\\[x\\](javascript:alert(1)) \\*b\\*](<https://docs.example/');
});

test('an address cannot break out of its brackets', () => {
  const lesson = record('lesson', { target: { ...target, href: 'https://a.example/> [x](y)' } });
  expect(cardAsMarkdown(lesson, 'A')).toContain('(<https://a.example/%3E%20[x](y)>)');
});
