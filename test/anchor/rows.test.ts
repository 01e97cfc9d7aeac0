// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { anchor, describe } from '../../src/anchor/index.ts';
import { rangeOf, show, words } from './page.ts';

const NOUNS =
  'cache parser spooler compiler router worker socket buffer loader queue planner pager resolver mixer'.split(' ');
const STATES = 'empty full stale locked missing frozen broken remote nested cyclic idle late'.split(' ');
let seed = 7;
function pick(words: string[]): string {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return words[(seed >>> 16) % words.length] ?? '';
}
const ROWS = Array.from(
  { length: 40 },
  (_, i) =>
    `Fixed a leak in the ${pick(NOUNS)} ${pick(NOUNS)} when the ${pick(NOUNS)} was ${pick(STATES)} (#${4000 + i})`,
);
const row = (at: number): string => ROWS[at] ?? '';
const list = (rows: string[]): string =>
  `<h1>What was done</h1><ul>${rows.map((one) => `<li>${one}</li>`).join('')}</ul>`;

const shownElsewhere = (cut: (text: string) => string): number[] =>
  [...ROWS.keys()].slice(1, -1).filter((at) => {
    const selectors = describe(rangeOf(show(list(ROWS)), cut(row(at))), document.body);
    return anchor(show(list(ROWS.toSpliced(at, 1))), selectors).state !== 'orphaned';
  });

test('a row that was taken out of a list is not put on another that is made alike', () => {
  expect(shownElsewhere((text) => text)).toEqual([]);
});

test('nor is a part of it, but where the next row begins as this one did, as far as it is kept', () => {
  expect(shownElsewhere((text) => text.slice(8, 50))).toEqual([35]);
});

test('a row that was edited where it stands is found there', () => {
  const selectors = describe(rangeOf(show(list(ROWS)), row(12)), document.body);
  const edited = row(12).replace('Fixed a leak', 'Mended two leaks');
  const found = anchor(show(list(ROWS.with(12, edited))), selectors);
  expect(found.state).toBe('changed');
  expect(words(found)).toBe(edited.replaceAll(' ', ''));
});
