// @vitest-environment happy-dom
import './static-range.ts';
import { beforeEach, expect, test } from 'vitest';
import { hold, textIn, withLive } from '../../src/capture/ranges.ts';

beforeEach(() => {
  document.body.innerHTML = '<p>The moon pulls the sea.</p><p>The sea follows.</p>';
});

const textOf = (at: number): Text => document.querySelectorAll('p')[at]?.firstChild as Text;

function rangeIn(at: number, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(textOf(at), start);
  range.setEnd(textOf(at), end);
  return range;
}

test('what is held stays as it is while the page changes, and says what stands there now', () => {
  const held = hold(rangeIn(0, 4, 8));
  expect(textIn(held)).toBe('moon');
  textOf(0).insertData(0, 'Oh! ');
  expect([held.startOffset, held.endOffset]).toEqual([4, 8]);
  expect(textIn(held)).toBe('The ');
});

test('where the page no longer has such a place there is nothing to do', () => {
  const held = hold(rangeIn(0, 4, 20));
  textOf(0).data = 'Short.';
  expect(textIn(held)).toBeUndefined();
  expect(withLive(held, () => 'reached')).toBeUndefined();
});

test('the live range is let go of, so that the page need not keep it up to date', () => {
  let live: Range | undefined;
  withLive(hold(rangeIn(0, 4, 8)), (one) => {
    live = one;
  });
  expect(live && document.contains(live.startContainer)).toBe(false);
  expect(live?.collapsed).toBe(true);
});

test('what goes wrong with it is not taken for a page that has changed', () => {
  const fail = () => {
    throw new Error('no words');
  };
  expect(() => withLive(hold(rangeIn(0, 4, 8)), fail)).toThrow('no words');
});
