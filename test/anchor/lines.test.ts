// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { type Anchored, anchor, describe } from '../../src/anchor/index.ts';
import type { Selector } from '../../src/domain/target.ts';
import { rangeOf, show } from './page.ts';

const table = (id: string, rows: string[][]): string =>
  `<h2 id="${id}">Lights</h2><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

const ROWS = [
  ['Reef light', 'white, each five seconds'],
  ['--dimmed', 'not on this coast'],
  ['Mole head', 'green, in twos'],
];
/** The same light in a list in which nothing else is as it was. */
const ANEW = [
  ['Bell of the bar', 'rung by the swell'],
  ['<b>--dimmed</b>', 'Burns low so that the harbour sleeps'],
  ['Daymark', 'a barrel upon a pole'],
];

/** What describes a passage of a page; and where it is found on another. */
function find(
  was: string,
  is: string,
  passage: string,
  nth = 0,
  keep = (all: Selector[]): Selector[] => all,
): Anchored {
  const selectors = describe(rangeOf(show(was), passage, nth), document.body);
  const body = show(is);
  return anchor(body, keep(selectors));
}

test('a word of a line that the page says but once, before and after, is found though all around it was rewritten', () => {
  const found = find(table('lights', ROWS), table('marks', ANEW), 'dimmed');
  expect(found).toMatchObject({ state: 'anchored' });
  expect('range' in found && found.range.toString()).toBe('dimmed');
  expect('range' in found && found.range.startContainer.textContent).toBe('--dimmed');
});

test('of a line that stood twice the one that is left is not taken for ours', () => {
  const twice = [...ROWS, ['--dimmed', 'for the inner mole alone']];
  for (const nth of [0, 1]) {
    expect(find(table('lights', twice), table('marks', ANEW), 'dimmed', nth)).toMatchObject({ state: 'orphaned' });
  }
});

test('nor is one of two that stand there now', () => {
  const now = [...ANEW, ['--dimmed', 'upon request']];
  expect(find(table('lights', ROWS), table('marks', now), 'dimmed')).toMatchObject({ state: 'orphaned' });
});

test.each([
  ['a word within a sentence', 'Setup', 'You need no setup for this.'],
  ['letters within a word', 'Use', 'This is quite unusedly strange.'],
  ['digits within a number', '512', 'It costs 15120 crowns.'],
  ['words of a language without spaces', '设置', '这里不需要设置任何东西。'],
  ['the beginning of a sentence', '设置', '设置完成后即可使用。'],
  ['a word that stands by itself, such as a new entry of a menu,', 'Use', 'Use'],
])('nor is %s the line that is gone', (_, line, sentence) => {
  const now = [['Wreck', sentence], ...ANEW];
  expect(find(table('lights', [...ROWS, [line, 'as before']]), table('marks', now), line)).toMatchObject({
    state: 'orphaned',
  });
});

test('nor is it believed where nobody has counted how often the page said the line', () => {
  const words = (all: Selector[]): Selector[] => all.slice(0, 1);
  expect(find(table('lights', ROWS), table('marks', ANEW), 'dimmed', 0, words)).toMatchObject({ state: 'orphaned' });
});

test('that a line stood more than once is said with the words, and only then', () => {
  const said = (rows: string[][]): unknown =>
    describe(rangeOf(show(table('lights', rows)), 'dimmed'), document.body)[0]?.lines;
  expect(said(ROWS)).toBeUndefined();
  expect(said([...ROWS, ['--dimmed', 'for the inner mole alone']])).toBe(2);
});
