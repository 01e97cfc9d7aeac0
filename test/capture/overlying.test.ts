// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { markOverlying } from '../../src/capture/overlying.ts';
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

/** The words of those that lie over another, whichever came first. */
const over = (painted: Painted[]): string[] => {
  const forth = markOverlying(painted).flatMap(({ id, isOver }) => (isOver ? [id] : []));
  const back = markOverlying(painted.toReversed()).flatMap(({ id, isOver }) => (isOver ? [id] : []));
  expect(back.toSorted()).toEqual(forth.toSorted());
  return forth;
};

test('a passage within another lies over it, also where both begin or end together', () => {
  expect(over([passage(WORDS), passage('half-done work')])).toEqual(['half-done work']);
  expect(over([passage(WORDS), passage('Freeze the queue')])).toEqual(['Freeze the queue']);
  expect(over([passage('of failing.'), passage(WORDS)])).toEqual(['of failing.']);
});

test('of two that reach into each other it is the later, and what stands beside them is as ever', () => {
  expect(over([passage('queue, so that half'), passage('half-done work waits'), passage('failing')])).toEqual([
    'half-done work waits',
  ]);
  expect(over([passage('half-'), passage('done')])).toEqual([]);
});

test('another tone, another tree and a picture are told apart as they are', () => {
  const shadow = document.querySelector('div')?.attachShadow({ mode: 'open' });
  shadow?.append(WORDS);
  const elsewhere = passage('half-done work', 'own', shadow?.firstChild);
  const picture = { ...passage('half-done'), element: document.body };
  expect(over([passage(WORDS), passage('half-done', 'team'), elsewhere, picture])).toEqual([]);
});

test('the same words kept twice are seen to be two', () => {
  const marked = markOverlying([passage(WORDS), passage(WORDS)]);
  expect(marked.filter(({ isOver }) => isOver)).toHaveLength(1);
});
