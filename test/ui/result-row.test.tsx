// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import type { KnownRecord } from '../../src/domain/record.ts';
import { ResultRow } from '../../src/ui/result-row.tsx';
import { provideText } from '../../src/ui/text.ts';
import { draw } from './drawn.ts';
import { provideEnglish } from './words-from-english.ts';

beforeEach(provideEnglish);

const question: KnownRecord = {
  id: 'q',
  kind: 'question',
  author: 'me',
  schema: 1,
  version: { n: 1, time: 1, device: 'd', hash: '' },
  body: { created: 1, text: 'Why?' },
};

const Row = ({ created }: { created: number }) => <ResultRow record={question} created={created} author="Bo" team="" />;

test('the time in a tooltip is that of what the row shows now', async () => {
  const { root, redraw } = draw(<Row created={Date.UTC(2024, 0, 5)} />);
  await act(() => void root.querySelector('time')?.dispatchEvent(new Event('pointerenter')));
  expect(root.querySelector('time')?.title).toContain('2024');
  await redraw(<Row created={Date.UTC(2025, 0, 5)} />);
  expect(root.querySelector('time')?.title).not.toContain('2024');
});

test('an answer has room for its question where that is looked up, and nowhere else', async () => {
  const answer: KnownRecord = { ...question, kind: 'answer', body: { created: 1, question: 'q', text: 'Because' } };
  const props = { record: answer, created: 1, author: 'Bo', team: '' };
  const { root, redraw } = draw(<ResultRow {...props} />);
  expect(root.querySelector('.row-asked')).toBeNull();
  await redraw(<ResultRow {...props} asked={null} />);
  expect(root.querySelector('.row-asked')?.textContent).toBe('');
  await redraw(<ResultRow {...props} asked={question} />);
  expect(root.querySelector('.row-asked')?.textContent).toContain('Why?');
});

test('what an answer answers stands where the sentence of the language has it, turned as it is written', () => {
  const answer: KnownRecord = { ...question, kind: 'answer', body: { created: 1, question: 'q', text: 'Because' } };
  const asked: unknown[] = [];
  provideText((key, ...words) => {
    asked.push(key);
    return key === 'rowAsked' ? `« ${words[0]} » (asked)` : key;
  });
  const { root } = draw(
    [1, 2].map((one) => <ResultRow key={one} record={answer} created={1} author="Bo" team="" asked={question} />),
  );
  expect(root.querySelector('.row-asked')?.innerHTML).toBe('« <bdi>Why?</bdi> » (asked)');
  expect(asked.filter((key) => key === 'rowAsked')).toHaveLength(1);
});

test('rows of one age ask the browser for its sentence once', () => {
  const asked: string[] = [];
  provideText((key) => {
    asked.push(key);
    return key;
  });
  const hours = Date.now() - 3 * 3_600_000 - 60_000;
  draw([1, 2, 3].map((one) => <Row key={one} created={hours} />));
  expect(asked.filter((key) => key === 'agoHours')).toHaveLength(1);
});

test('a lesson without a word says so, in the place of its words', () => {
  const record: KnownRecord = { ...question, kind: 'lesson', body: { created: 1 } };
  const { root } = draw(<ResultRow record={record} created={1} author="Bo" team="" />);
  expect(root.querySelector('.row-first')?.textContent).toBe('Nothing written');
});

const guide = { url: '', href: 'file:///guide.pdf', title: 'Guide', selectors: [] };
const placed: KnownRecord = { ...question, body: { created: 1, text: 'Why?', target: guide } };
const texts = (root: ParentNode) =>
  ['.row-second', '.row-meta'].map((part) => root.querySelector(part)?.textContent ?? '');

test('a row says its page’s title once, and not to who stands on that page', async () => {
  const props = { record: placed, created: Date.now(), author: 'Bo', team: '' };
  const { root, redraw } = draw(<ResultRow {...props} />);
  expect(texts(root)).toEqual(['Guide', 'Bo · now']);
  await redraw(<ResultRow {...props} here />);
  expect(texts(root)).toEqual(['', 'Bo · now']);
});

test('where something was looked for a row is as high on its page as elsewhere', () => {
  const props = { record: placed, created: Date.now(), author: 'Bo', team: '', marks: [] };
  const { root } = draw(<ResultRow {...props} here />);
  expect(texts(root)[0]).toBe('Guide');
});

test('how it stands is said before for whom and where from, which have a line of their own', async () => {
  const target = { url: '', href: 'https://wiki.example/keys', title: 'Keys', selectors: [] };
  const record: KnownRecord = { ...question, body: { created: 1, text: 'Why?', target } };
  const props = { record, created: Date.now(), author: 'Bo', isShared: true, team: '' };
  const { root, redraw } = draw(<ResultRow {...props} />);
  const lines = () => [...root.querySelectorAll('.row-meta > span')].map((line) => line.textContent);
  expect(lines()).toEqual(['Bo · now', 'wiki.example']);
  await redraw(<ResultRow {...props} team="Desk" state="open" />);
  expect(lines()).toEqual(['Bo · now · open', 'Desk · wiki.example']);
  // It is there before what it says.
  await redraw(<ResultRow {...props} here />);
  expect(root.querySelector('.row-meta.long .row-where')?.textContent).toBe('');
});

test('a site stands there as people write it, and what was looked for is marked in that', () => {
  const target = { url: '', href: 'https://intranet.xn--mnchen-firma-dlb.example/keys', selectors: [] };
  const record: KnownRecord = { ...question, body: { created: 1, text: 'Why?', target } };
  const marks = [[], [], [], [], [], [9, 16, 0]];
  const { root } = draw(<ResultRow record={record} created={1} author="Bo" team="" marks={marks} />);
  expect(root.querySelector('.row-where')?.textContent).toBe('intranet.münchen-firma.example');
  expect(root.querySelector('.row-where mark')?.textContent).toBe('münchen');
});

test('what an answer was found by in its link is not marked where its question was asked', () => {
  const target = { url: '', href: 'https://wiki.example/keys', selectors: [] };
  const asked: KnownRecord = { ...question, body: { created: 1, text: 'Why?', target } };
  const body = { created: 1, question: 'q', text: 'Because', link: 'https://ghdocs.example/a' };
  const marks = [[], [], [], [], [], [0, 6, 0]];
  const props = { created: 1, author: 'Bo', team: '', asked, marks };
  const { root } = draw(<ResultRow {...props} record={{ ...question, kind: 'answer', body }} />);
  expect(root.querySelector('.row-where')?.textContent).toBe('wiki.example');
  expect([...root.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['ghdocs']);
});
