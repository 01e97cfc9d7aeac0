// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { foundGroups, foundInWords } from '../../src/ui/found-groups.ts';
import { provideEnglish } from './words-from-english.ts';

beforeEach(provideEnglish);

const hit = ({ record = {}, marks = [[0, 3, 0]], isWhole = true }) => ({ record, marks, isWhole });

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
});

test('what was not counted to the end is about so many, and what was counted is not', () => {
  expect(foundInWords({ whole: 4213, total: 4213, isAbout: true })).toBe('About 4213 found');
  expect(foundInWords({ whole: 3, total: 4213, isAbout: true })).toBe('3 found. About 4210 fit in part');
  expect(foundInWords({ whole: 0, total: 4213, isAbout: true })).toBe('About 4213 fit in part');
});

test('each group says how many there are, also of those that are not shown', () => {
  const hits = [hit({}), hit({ isWhole: false })];
  expect(foundGroups({ hits, whole: 1, total: 56 }).map(({ label, items }) => [label, items.length])).toEqual([
    ['1 found', 1],
    ['55 fit in part', 1],
  ]);
});

test('what shows the same as with the letter before is the same, so that its row stays as it is', () => {
  const [record, other] = [{}, {}];
  const itemsOf = (...hits: ReturnType<typeof hit>[]) =>
    foundGroups({ hits, whole: 2, total: 2 }).flatMap(({ items }) => items);
  const [first, second] = itemsOf(hit({ record }), hit({ record: other }));
  const [again, marked] = itemsOf(hit({ record }), hit({ record: other, marks: [[0, 4, 0]] }));
  expect(again).toBe(first);
  expect(marked).not.toBe(second);
  expect(marked?.marks).toEqual([[0, 4, 0]]);
  const [part] = itemsOf(hit({ record, isWhole: false }));
  expect(part?.isWhole).toBe(false);
  // As many numbers, in other fields.
  const fields = (marks: number[][]) => itemsOf(hit({ record, marks }))[0]?.marks;
  fields([
    [0, 3, 0, 5, 8, 0],
    [0, 3, 0],
  ]);
  expect(
    fields([
      [0, 3, 0],
      [5, 8, 0, 0, 3, 0],
    ]),
  ).toEqual([
    [0, 3, 0],
    [5, 8, 0, 0, 3, 0],
  ]);
});
