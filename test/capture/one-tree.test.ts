// @vitest-environment happy-dom
import './static-range.ts';
import { beforeEach, expect, test } from 'vitest';
import { inOneTree } from '../../src/capture/one-tree.ts';
import { textIn } from '../../src/capture/ranges.ts';

let inner: Text;
let before: Text;
let after: Text;

beforeEach(() => {
  document.body.innerHTML = '<p>Open the valve slowly.</p><x-note></x-note><p>Then wait.</p>';
  const root = (document.querySelector('x-note') as Element).attachShadow({ mode: 'open' });
  root.innerHTML = '<p>Words of the component, which are many.</p>';
  inner = root.firstElementChild?.firstChild as Text;
  [before, after] = [...document.querySelectorAll('p')].map((one) => one.firstChild as Text) as [Text, Text];
});

const cut = (start: Text, from: number, end: Text, to: number) =>
  textIn(inOneTree({ startContainer: start, startOffset: from, endContainer: end, endOffset: to, collapsed: false }));

test('over the edge of a shadow root, the part that says more stands for a selection', () => {
  expect(cut(before, 5, inner, 5)).toBe('the valve slowly.');
  expect(cut(before, 15, inner, 22)).toBe('Words of the component');
  expect(cut(inner, 13, after, 4)).toBe('component, which are many.');
  expect(cut(inner, 34, after, 10)).toBe('Then wait.');
});

test('from one component into another', () => {
  const other = document.body.appendChild(document.createElement('x-other')).attachShadow({ mode: 'open' });
  other.textContent = 'More of it.';
  expect(cut(inner, 34, other.firstChild as Text, 7)).toBe('More of');
});

test('within one tree nothing changes', () => {
  const range = document.createRange();
  range.setStart(before, 5);
  range.setEnd(after, 4);
  expect(inOneTree(range)).toBe(range);
});
