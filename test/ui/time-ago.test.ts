// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { timeAgo } from '../../src/ui/time-ago.tsx';
import { provideEnglish } from './words-from-english.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = new Date(2026, 5, 15, 12).getTime();

beforeEach(provideEnglish);

test.each([
  [0, 'now'],
  [60_000, '1 min. ago'],
  [5 * 60_000, '5 min. ago'],
  [3 * HOUR, '3 hr. ago'],
  [25 * HOUR, 'yesterday'],
  [2 * DAY, '2 days ago'],
  [8 * DAY, 'last wk.'],
  [15 * DAY, '2 wk. ago'],
  [31 * DAY, 'last mo.'],
  [90 * DAY, '3 mo. ago'],
  [400 * DAY, 'last yr.'],
  [800 * DAY, '2 yr. ago'],
])('%d ms ago is said as "%s"', (age, words) => {
  expect(timeAgo(NOON, NOON + age)).toBe(words);
});

test('yesterday is the day before, whatever the hours', () => {
  const early = new Date(2026, 5, 15, 1).getTime();
  expect(timeAgo(new Date(2026, 5, 14, 0, 30).getTime(), early)).toBe('yesterday');
  expect(timeAgo(new Date(2026, 5, 13, 23, 30).getTime(), early)).toBe('2 days ago');
});

test('last month is the month before, and last year the year before; what was earlier is counted in what is smaller', () => {
  const today = new Date(2026, 10, 22, 12).getTime();
  expect(timeAgo(new Date(2026, 9, 1).getTime(), today)).toBe('last mo.');
  expect(timeAgo(new Date(2026, 8, 30).getTime(), today)).toBe('7 wk. ago');
  expect(timeAgo(new Date(2026, 8, 20).getTime(), today)).toBe('2 mo. ago');
  expect(timeAgo(new Date(2025, 0, 1).getTime(), today)).toBe('last yr.');
  expect(timeAgo(new Date(2024, 11, 31).getTime(), today)).toBe('23 mo. ago');
});

test('what was in this month or this year is not said to have been in the last', () => {
  expect(timeAgo(new Date(2026, 9, 1).getTime(), new Date(2026, 9, 31, 12).getTime())).toBe('4 wk. ago');
  expect(timeAgo(new Date(2028, 0, 1).getTime(), new Date(2028, 11, 31, 12).getTime())).toBe('12 mo. ago');
});

test('a clock that runs ahead does not speak of the future', () => {
  expect(timeAgo(10 * HOUR, 0)).toBe('now');
});

test('it is said without what takes a new process longer than all else that a popup draws', () => {
  const made = vi.spyOn(Intl, 'RelativeTimeFormat');
  timeAgo(0, 3 * DAY);
  expect(made).not.toHaveBeenCalled();
  made.mockRestore();
});
