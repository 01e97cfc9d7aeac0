import { expect, test } from 'vitest';
import { moveCursor } from '../../src/ui/list-cursor.ts';

test('arrows step through a list and come round', () => {
  expect(moveCursor('ArrowDown', -1, 3)).toBe(0);
  expect(moveCursor('ArrowDown', 2, 3)).toBe(0);
  expect(moveCursor('ArrowUp', 0, 3)).toBe(2);
  expect(moveCursor('ArrowUp', -1, 3)).toBe(2);
});

test('Home and End lead to the ends', () => {
  expect(moveCursor('Home', 2, 3)).toBe(0);
  expect(moveCursor('End', 0, 3)).toBe(2);
});

test('other keys, and every key of an empty list, are left to the field', () => {
  expect(moveCursor('a', 1, 3)).toBeNull();
  expect(moveCursor('ArrowDown', -1, 0)).toBeNull();
});
