import { expect, test } from 'vitest';
import { bodySize } from '../../src/domain/limits.ts';

test('a body is measured as it travels: bytes of JSON, not letters', () => {
  expect(bodySize({ a: 'x' })).toBe(9);
  expect(bodySize({ a: 'ü' })).toBe(10);
  expect(bodySize({ a: '語' })).toBe(11);
  expect(bodySize({ a: '"\n' })).toBe(12);
});
