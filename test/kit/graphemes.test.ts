import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutBefore } from '../../src/kit/graphemes.ts';

test.each([
  ['between plain letters it is cut there', 'letters', 3, 3],
  ['not inside a pair of surrogates', 'a🥝b', 2, 1],
  ['not inside a family', 'x👨‍👩‍👧y', 5, 1],
  ['not before an accent that stands apart', 're\u0301sume', 2, 1],
  ['not before a vowel sign', 'सर्वर', 2, 1],
  ['not inside a flag', 'a🇩🇪🇫🇷', 3, 1],
  ['between two flags', 'a🇩🇪🇫🇷', 5, 5],
  ['beyond the end is the end', 'ab', 9, 2],
  ['before the beginning is the beginning', 'ab', -1, 0],
])('%s', (_, text, at, expected) => {
  expect(cutBefore(text, at)).toBe(expected);
});

test('a cut is where the browser sees one, whatever is written', () => {
  const letter = fc.constantFrom(...'ab é\u0301ゅガサ\u3099漢한가😀👩\u200d🏽🇩🇪กำ\u00ad\u0903、ﾊﾞ');
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 40 }), fc.nat({ max: 50 }), (letters, at) => {
      const text = letters.join('');
      const starts = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
        ({ index }) => index,
      );
      const expected = at >= text.length ? text.length : Math.max(...starts.filter((start) => start <= at));
      expect(cutBefore(text, at)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});
