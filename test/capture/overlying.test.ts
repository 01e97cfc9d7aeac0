// @vitest-environment happy-dom
import './static-range.ts';
import { beforeEach, expect, test } from 'vitest';
import { overlaps } from '../../src/capture/overlying.ts';
import { textIn } from '../../src/capture/ranges.ts';
import type { Painted } from '../../src/capture/tones.ts';

const WORDS = 'Freeze the queue, so that half-done work waits instead of failing.';

beforeEach(() => {
  document.body.innerHTML = `<p>${WORDS}</p><div></div>`;
});

function passage(
  words: string,
  tone: Painted['tone'] = 'own',
  text = document.querySelector('p')?.firstChild,
): Painted {
  const range = document.createRange();
  const at = WORDS.indexOf(words);
  range.setStart(text as Node, at);
  range.setEnd(text as Node, at + words.length);
  return { team: '', id: words, tone, range };
}

/** What lies over something, whichever came first. */
function over(painted: Painted[]): string[] {
  const [forth, back] = [painted, painted.toReversed()].map((some) =>
    overlaps(some)
      .map(({ range }) => textIn(range))
      .sort(),
  );
  expect(back).toEqual(forth);
  return forth as string[];
}

test('a passage within another lies over it, also where both begin or end together', () => {
  expect(over([passage(WORDS), passage('half-done work')])).toEqual(['half-done work']);
  expect(over([passage(WORDS), passage('Freeze the queue')])).toEqual(['Freeze the queue']);
  expect(over([passage('of failing.'), passage(WORDS)])).toEqual(['of failing.']);
});

test('of two that reach into each other it is what they share; what stands beside them is as ever', () => {
  expect(over([passage('queue, so that half'), passage('half-done work waits'), passage('failing')])).toEqual(['half']);
  expect(over([passage('half-'), passage('done')])).toEqual([]);
});

test('of three, what two of them share, also beyond a short one', () => {
  expect(over([passage(WORDS), passage('the'), passage('work waits')])).toEqual(['the', 'work waits']);
  expect(over([passage('the queue, so'), passage('queue'), passage('so that')])).toEqual(['queue', 'so']);
});

test('where three lie upon each other the third is told from the second, and of more the last look like it', () => {
  const levels = (...painted: Painted[]) =>
    overlaps(painted).map(({ over, range }) => [over, textIn(range)] as [number, string]);
  const [all, wait, half] = [passage(WORDS), passage('half-done work waits'), passage('work waits')];
  expect(levels(half, wait, all)).toEqual([
    [1, 'half-done work waits'],
    [1, 'work waits'],
    [2, 'work waits'],
  ]);
  expect(levels(all, wait, half, passage('waits')).filter(([over]) => over === 2)).toEqual([
    [2, 'work waits'],
    [2, 'waits'],
  ]);
  // Beside each other they are not upon each other.
  expect(levels(all, passage('queue'), passage('work')).map(([over]) => over)).toEqual([1, 1]);
});

test('another tone, another tree and a picture are told apart as they are', () => {
  const shadow = document.querySelector('div')?.attachShadow({ mode: 'open' });
  shadow?.append(WORDS);
  const elsewhere = passage('half-done work', 'own', shadow?.firstChild);
  const picture = { ...passage('half-done'), element: document.body };
  expect(over([passage(WORDS), passage('half-done', 'team'), elsewhere, picture])).toEqual([]);
});

test('the same words kept twice are seen to be two', () => {
  expect(over([passage(WORDS), passage(WORDS)])).toEqual([WORDS]);
});
