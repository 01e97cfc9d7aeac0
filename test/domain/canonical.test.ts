import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../src/domain/canonical.ts';
import type { Json } from '../../src/domain/json.ts';

describe('the one text of a JSON value', () => {
  test('is what RFC 8785 says, as another program writes it', () => {
    const whole = fc.jsonValue({ stringUnit: 'binary' }) as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(whole, (value) => {
        expect(canonicalText(value)).toBe(canonicalize(value));
      }),
    );
  });

  test('reads as the same value', () => {
    const whole = fc.jsonValue() as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(whole, (value) => {
        expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('has the sign for it in place of half a character, and an escaped backslash stays one', () => {
    expect(canonicalText(['x\ud83d', '\udc00y', 'C:\\udo', '\\\ud83d', '🛟'])).toBe(
      '["x�","�y","C:\\\\udo","\\\\�","🛟"]',
    );
  });

  test('leaves out what is not there, and is none for numbers that JSON does not have', () => {
    expect(canonicalText({ b: 1, a: undefined as unknown as Json })).toBe('{"b":1}');
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => canonicalText([number])).toThrow();
  });
});
