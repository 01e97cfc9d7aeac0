import { expect, test } from 'vitest';
import { timeAgo } from '../../src/ui/time-ago.tsx';

const HOUR = 3_600_000;

test.each([
  [0, 'now'],
  [5 * 60_000, '5 min. ago'],
  [3 * HOUR, '3 hr. ago'],
  [25 * HOUR, 'yesterday'],
  [15 * 24 * HOUR, '2 wk. ago'],
  [400 * 24 * HOUR, 'last yr.'],
])('%d ms ago is said as "%s"', (age, words) => {
  expect(timeAgo(0, age, 'en')).toBe(words);
});

test('a clock that runs ahead does not speak of the future', () => {
  expect(timeAgo(10 * HOUR, 0, 'en')).toBe('now');
});

test('it is said in the language of the interface', () => {
  expect(timeAgo(0, 25 * HOUR, 'de')).toBe('gestern');
});
