import { expect, test } from 'vitest';
import { asTyped } from '../../src/ui/as-typed.ts';

test.each([
  ['tea', 'tea'],
  ['  tea', 'tea'],
  ['tea ', 'tea '],
  ['tea \u00a0\n ', 'tea '],
  [' flat  tea ', 'flat  tea '],
  ['   ', ''],
  ['', ''],
])('%j is searched for as %j', (query, searched) => {
  expect(asTyped(query)).toBe(searched);
});

test('any amount of space between two words is passed in one go', () => {
  const pasted = `flat${' '.repeat(200_000)}tea`;
  expect(asTyped(pasted)).toBe(pasted);
});
