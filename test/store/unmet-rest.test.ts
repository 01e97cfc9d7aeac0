import { expect, test } from 'vitest';
import { leaveOut, unmet } from '../../src/store/unmet.ts';

const nothing = { answer: { whole: 0, total: 0 }, isPartial: false };

test.each([
  ['retry tag:nosuch', 'retry'],
  ['tag:nosuch', ''],
  ['is:lesson “water boils” tag:nosuch -tea', 'is:lesson “water boils” -tea'],
  ['tag:"no  such" tea', 'tea'],
  ['tea Tag:nosuch or tag:birds is:lesson', 'tea is:lesson'],
  [`site:${'a'.repeat(100)} tea or cake`, 'tea or cake'],
])('of %s the filter that nothing fits is left out', async (typed, rest) => {
  const problem = await unmet(typed, nothing, async () => false);
  expect(problem?.code).toBe('search-unmet');
  expect(leaveOut(typed, problem)).toBe(rest);
});

test.each([
  ['tea is:purple', 'tea'],
  ['before:never has: tea tag:birds', 'tea tag:birds'],
  ['filetype:pdf tea', 'filetype:pdf tea'],
  ['“tea” or is:purple', '“tea”'],
  ['tea is:purple or tag:“b c”', 'tea is:purple or tag:“b c”'],
  ['-is:purple  a  "b c', 'a "b c'],
])('of %s what is no filter is left out', (typed, rest) => {
  expect(leaveOut(typed)).toBe(rest);
});
