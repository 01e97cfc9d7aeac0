import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64Url, createId, isId } from '../../src/kit/id.ts';

test('an id is 22 letters that any URL and file name takes, and never the same', () => {
  const ids = Array.from({ length: 1_000 }, createId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => isId(id) && encodeURIComponent(id) === id)).toBe(true);
});

test('what has another form is no id', () => {
  for (const text of ['', 'short', `${createId()}x`, `${createId().slice(1)}/`, `${createId().slice(1)}\n`]) {
    expect(isId(text)).toBe(false);
  }
});

test('base64url is what Node makes of the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect(base64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    }),
  );
});
