import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonObjectSchema } from '../../src/domain/json.ts';

const isTaken = (value: unknown): boolean => jsonObjectSchema.safeParse(value).success;

describe('a body', () => {
  test('is any object that JSON gives', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(isTaken({ field: JSON.parse(text) })).toBe(true);
      }),
    );
    expect(isTaken(JSON.parse('{"__proto__":{"a":1}}'))).toBe(true);
    expect(isTaken(structuredClone({ a: [{ b: null }] }))).toBe(true);
  });

  test('is nothing else', () => {
    const others = [null, [], 'text', 1, undefined, new Map(), new Date()];
    for (const value of others) expect(isTaken(value)).toBe(false);
    for (const value of [undefined, Number.NaN, new Date(), new Map(), () => 1, Symbol('s'), 1n]) {
      expect(isTaken({ field: value })).toBe(false);
      expect(isTaken({ field: [value] })).toBe(false);
    }
  });

  test('is not nested without end', () => {
    const nest = (depth: number) => JSON.parse(`{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`);
    expect(isTaken(nest(50))).toBe(true);
    expect(isTaken(nest(5_000))).toBe(false);
  });
});
