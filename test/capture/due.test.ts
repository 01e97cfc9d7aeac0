// @vitest-environment happy-dom
import './static-range.ts';
import '../browser/fake-browser.ts';
import { beforeEach, expect, test } from 'vitest';
import { describe as describeRange } from '../../src/anchor/index.ts';
import { createDue, type Due } from '../../src/capture/due.ts';
import { place } from '../../src/capture/place.ts';
import type { Placed } from '../../src/capture/placed.ts';
import type { Mark } from '../../src/wire/messages.ts';

const WORDS = 'Whoever closes a valve writes down the time.';
const ALL = Number.POSITIVE_INFINITY;
let due: Due;
let placed: Placed[];
let mark: Mark;

const paragraph = (): Element => document.querySelector('p') as Element;

beforeEach(async () => {
  due = createDue();
  document.body.innerHTML = `<p>${WORDS}</p><b>0</b>`;
  const range = document.createRange();
  range.selectNodeContents(paragraph());
  mark = { team: '', id: 'valve', tone: 'own', selectors: describeRange(range, document) };
  placed = await place([mark]);
});

test('where all stands there is nothing to find, whatever comes', () => {
  expect(due.isDue(placed, { letters: ALL, isFirst: true })).toBe(false);
  expect(due.isDue(placed, { letters: ALL, isFirst: false })).toBe(false);
  expect(due.againMs(placed)).toBeNull();
});

test('what was drawn anew is found at once; what was taken away is given a moment to come back', () => {
  paragraph().remove();
  expect(due.isDue(placed, { letters: 0, isFirst: true })).toBe(false);
  expect(due.isUnsettled(placed)).toBe(true);
  expect(due.againMs(placed)).toBe(250);
  expect(due.isDue(placed, { letters: 0, isFirst: false })).toBe(true);
  expect(due.isDue(placed, { letters: WORDS.length, isFirst: true })).toBe(true);
});

test('for one that is missing only text that could be it is looked at: a clock that ticks is not', async () => {
  paragraph().remove();
  placed = await place([mark], placed);
  for (const isFirst of [true, false, true]) expect(due.isDue(placed, { letters: 5, isFirst })).toBe(false);
  expect(due.againMs(placed)).toBeNull();
  expect(due.isDue(placed, { letters: 20, isFirst: true })).toBe(true);
});

test('what comes in two halves is looked at once more, and then it is settled', async () => {
  paragraph().remove();
  placed = await place([mark], placed);
  expect(due.isDue(placed, { letters: 20, isFirst: true })).toBe(true);
  expect(due.againMs(placed)).toBe(250);
  expect(due.isDue(placed, { letters: 0, isFirst: false })).toBe(true);
  expect([due.isUnsettled(placed), due.againMs(placed)]).toEqual([false, null]);
});

test('a host that has no root yet is waited for, each time longer, and not for ever', async () => {
  const hosts = { type: 'ShadowHostsSelector', value: ['x-log'] };
  document.body.append(document.createElement('x-log'));
  placed = await place([{ ...mark, selectors: [...mark.selectors, hosts] }]);
  const waits: number[] = [];
  for (let wait = due.againMs(placed); wait !== null; wait = due.againMs(placed)) waits.push(wait);
  expect(waits).toHaveLength(12);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits.reduce((sum, wait) => sum + wait)).toBeLessThan(70_000);
  expect(due.isDue(placed, { letters: 0, isFirst: true })).toBe(false);
  // It has got one, and no letter has come where anybody could count it.
  document.querySelector('x-log')?.attachShadow({ mode: 'open' });
  expect(due.isDue(placed, { letters: 0, isFirst: true })).toBe(true);
});
