import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../src/ui/compare.ts';

test('one changed word is told from all that stayed', () => {
  expect(compare('Three retries are hope', 'Two retries are hope')).toEqual({
    start: '',
    before: 'Three',
    after: 'Two',
    end: ' retries are hope',
  });
});

test('what was put in, what was taken out, and two texts with nothing in common', () => {
  expect(compare('Close it first', 'Close it slowly first')).toMatchObject({ before: '', after: 'slowly ' });
  expect(compare('Close it slowly first', 'Close it first')).toMatchObject({ before: 'slowly ', after: '' });
  expect(compare('日本', 'Tea')).toEqual({ start: '', before: '日本', after: 'Tea', end: '' });
  expect(compare('same', 'same')).toEqual({ start: 'same', before: '', after: '', end: '' });
});

test('joined, the parts are the two texts, whatever was edited', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', ' ', 'the same', '\n', 'ß'), { maxLength: 12 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { start, before, after, end } = compare(one, other);
      expect([start + before + end, start + after + end]).toEqual([one, other]);
    }),
  );
});
