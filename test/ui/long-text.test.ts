import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginning } from '../../src/ui/long-text.tsx';

test('a short text is itself', () => {
  expect(beginning('short', 10)).toBe('short');
});

test('a long one ends at a word, with dots', () => {
  expect(beginning('one two three four', 12)).toBe('one two …');
});

test('no character is cut in two, and it never grows', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 50 }), (text, length) => {
      const cut = beginning(text, length);
      expect(cut.length).toBeLessThanOrEqual(Math.max(text.length, length + 2));
      expect(() => encodeURIComponent(cut)).not.toThrow();
    }),
  );
});
