// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { foundGroups, foundInWords } from '../../src/ui/found-groups.ts';
import { provideEnglish } from './words-from-english.ts';

beforeEach(provideEnglish);

test.each([
  [3, 3, '3 found'],
  [1, 3, '1 found. 2 fit in part'],
  [0, 1, '1 fits in part'],
  [0, 0, '0 found'],
])('what has only some of the words is not called found: %i of %i', (whole, total, said) => {
  expect(foundInWords({ whole, total })).toBe(said);
});

test('where not all could be looked at there may be more', () => {
  expect(foundInWords({ whole: 1000, total: 1000, isCut: true })).toBe('At least 1000 found');
  expect(foundInWords({ whole: 0, total: 3, isCut: true })).toBe('3 fit in part');
  expect(foundInWords({ whole: 0, total: 0, isCut: true })).toMatch(/too many to look at all/);
});

test('what was not counted to the end is about so many, and what was counted is not', () => {
  expect(foundInWords({ whole: 4213, total: 4213, isAbout: true })).toBe('About 4213 found');
  expect(foundInWords({ whole: 3, total: 4213, isAbout: true })).toBe('3 found. About 4210 fit in part');
  expect(foundInWords({ whole: 0, total: 4213, isAbout: true })).toBe('About 4213 fit in part');
});

test('each group says how many there are, also of those that are not shown', () => {
  const hits = [{ isWhole: true }, { isWhole: false }];
  expect(foundGroups({ hits, whole: 1, total: 56 }).map(({ label, items }) => [label, items.length])).toEqual([
    ['1 found', 1],
    ['55 fit in part', 1],
  ]);
});
