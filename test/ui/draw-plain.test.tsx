// @vitest-environment happy-dom
import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test } from 'vitest';
import type { KnownRecord } from '../../src/domain/record.ts';
import { drawPlain } from '../../src/ui/draw-plain.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { ResultRow } from '../../src/ui/result-row.tsx';
import { provideEnglish } from './words-from-english.ts';

beforeEach(provideEnglish);

function root(): HTMLElement {
  document.body.innerHTML = '<main></main>';
  return document.body.firstElementChild as HTMLElement;
}

function plain(what: ComponentChildren): HTMLElement {
  const into = root();
  drawPlain(what, into);
  return into;
}

async function drawn(what: ComponentChildren): Promise<HTMLElement> {
  const into = root();
  await act(() => render(what, into));
  return into;
}

const record = (kind: string, body: object): KnownRecord =>
  ({ id: 'r', kind, author: 'ada', schema: 1, version: '1', body: { created: 1, ...body } }) as unknown as KnownRecord;

const lesson = record('lesson', {
  note: 'Roll back <b>the release</b> & wait',
  quote: 'A release that was rolled back',
  tags: ['ops'],
  target: { href: 'https://ops.example/guide', title: 'Guide', selectors: [] },
});
const row = {
  author: 'Ada',
  team: 'Ops',
  created: Date.now() - 90_000,
  marks: [[], [10, 17, 0], [0, 4, 1, 18, 25, 0]],
  state: 'Open',
};

const rows: [string, ComponentChildren][] = [
  ['a lesson with everything', <ResultRow key="0" record={lesson} {...row} />],
  ['one of the page in view', <ResultRow key="0" record={lesson} {...row} team="" here />],
  [
    'a question without words to mark',
    <ResultRow key="0" record={record('question', { text: 'Why?' })} {...row} marks={[]} />,
  ],
  ['an answer', <ResultRow key="0" record={record('answer', { text: 'So', question: 'q' })} {...row} />],
  ['a time that is none', <ResultRow key="0" record={lesson} {...row} created={Number.NaN} />],
  [
    'nothing, and claims',
    [null, false, undefined, '', 0, <p key="0" hidden={false} aria-hidden={false} title={undefined} />],
  ],
];

test.each(rows)('%s is what Preact draws', async (_, what) => {
  const html = plain(what).innerHTML;
  expect(html).toBe((await drawn(what)).innerHTML);
});

test.each(rows)('%s is taken over by Preact as it stands', async (_, what) => {
  const into = plain(what);
  const [nodes, html] = [[...into.querySelectorAll('*')], into.innerHTML];
  const texts = into.textContent;
  await act(() => render(what, into));
  expect(into.innerHTML).toBe(html);
  expect([...into.querySelectorAll('*')]).toEqual(nodes);
  expect(into.textContent).toBe(texts);
});

test('a drawing is of its own kind, and text is never read as HTML', () => {
  const into = plain([<Icon key="0" name="keep" />, '<img src=x>']);
  expect(into.querySelector('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg');
  expect(into.querySelector('img')).toBeNull();
  expect(into.textContent).toBe('<img src=x>');
});
