import { expect, test } from 'vitest';
import { drawMore, letIn, offer } from '../../../src/pages/sidebar/page/offered.ts';

const answer = (keys: string[], change = {}) => ({
  ...{ page: 'p', keys, most: 2, isLate: false, isWhole: true },
  ...change,
});

test('the best are drawn, the rest stand behind "more"', () => {
  const first = offer(null, answer(['a', 'b', 'c']));
  expect(first).toMatchObject({ drawn: ['a', 'b'], more: ['c'], news: [] });
  expect(drawMore(first)).toMatchObject({ drawn: ['a', 'b', 'c'], more: [] });
});

test('what is drawn does not move, whatever becomes better; what is new waits until it is let in', () => {
  const later = offer(offer(null, answer(['a', 'b', 'c'])), answer(['x', 'c', 'b', 'a']));
  expect(later).toMatchObject({ drawn: ['a', 'b'], more: ['c'], news: ['x'] });
  expect(letIn(later)).toMatchObject({ drawn: ['x', 'a', 'b'], more: ['c'], news: [] });
  expect(offer(letIn(later), answer(['x', 'c', 'b', 'a']))).toMatchObject({ drawn: ['x', 'a', 'b'], news: [] });
});

test('what fits less than anything drawn is no news: it stands behind "more"', () => {
  expect(offer(offer(null, answer(['a', 'b', 'c'])), answer(['a', 'b', 'x']))).toMatchObject({ more: ['x'], news: [] });
});

test('what fits no more leaves; nothing moves up into its place, and there it comes back to', () => {
  const without = offer(offer(null, answer(['a', 'b', 'c'])), answer(['b', 'c']));
  expect(without).toMatchObject({ drawn: ['a', 'b'], more: ['c'], news: [] });
  expect(offer(without, answer(['a', 'b', 'c']))).toMatchObject({ drawn: ['a', 'b'], more: ['c'], news: [] });
});

test('an answer that comes when something is being read already waits as a whole', () => {
  const late = offer(null, answer(['a', 'b'], { isLate: true }));
  expect(late).toMatchObject({ drawn: [], more: [], news: ['a', 'b'] });
  expect(letIn(late)).toMatchObject({ drawn: ['a', 'b'], news: [] });
});

test('a first answer that had nothing, since the page had not come yet, does not make the next one wait', () => {
  const blank = offer(null, answer([], { isWhole: false }));
  expect(offer(blank, answer(['a', 'b', 'c']))).toMatchObject({ drawn: ['a', 'b'], more: ['c'], news: [] });
  expect(offer(blank, answer(['a', 'b'], { isLate: true }))).toMatchObject({ drawn: [], news: ['a', 'b'] });
});

test('what a title alone did not tell fills up the handful below it, unless something is being read already', () => {
  const early = offer(null, answer(['a'], { isWhole: false }));
  expect(offer(early, answer(['a', 'b', 'c']))).toMatchObject({ drawn: ['a', 'b'], more: ['c'], news: [] });
  expect(offer(early, answer(['a', 'b'], { isLate: true }))).toMatchObject({ drawn: ['a'], more: ['b'] });
});

test('what stands below comes when a page is known by all it says, or after a while: from then on nothing is put above it', () => {
  const whole = offer(null, answer(['a']));
  expect(whole).toMatchObject({ drawn: ['a'], isSettled: true });
  expect(offer(whole, answer(['a', 'b']))).toMatchObject({ drawn: ['a'], more: ['b'], isSettled: true });
  expect(offer(offer(null, answer([])), answer(['a']))).toMatchObject({ drawn: [], news: ['a'] });
  const title = offer(null, answer(['a'], { isWhole: false }));
  expect(title.isSettled).toBe(false);
  expect(offer(title, answer(['a'], { isWhole: false, isLate: true })).isSettled).toBe(true);
  const filled = offer(title, answer(['a', 'b']));
  expect(filled).toMatchObject({ drawn: ['a', 'b'], isSettled: true });
  expect(offer(whole, answer(['b'], { page: 'q', isWhole: false })).isSettled).toBe(false);
});

test('another page begins anew', () => {
  expect(offer(offer(null, answer(['a'])), answer(['b', 'a'], { page: 'q' }))).toMatchObject({ drawn: ['b', 'a'] });
});
