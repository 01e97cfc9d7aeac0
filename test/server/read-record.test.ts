import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { versionSchema } from '../../src/domain/record.ts';
import { readSent } from '../../src/server/read-record.ts';
import { aRecord } from './records.ts';

const word = (most: number) => z.string().check(z.regex(/^[\w.:-]+$/), z.maxLength(most));
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The form of a record as it was said before it was read field by field. */
const schema = z.object({
  id: word(64),
  kind: word(32),
  author: z.string(),
  schema: z.int().check(z.positive(), z.maximum(1_000_000)),
  version: z.extend(versionSchema, { device: word(64), hash: z.string().check(z.regex(/^[\w-]{0,64}$/)) }),
  deleted: z.optional(z.literal(true)),
  body: z.custom((value) => value === null || isObject(value)),
});

/** What may stand in a field of what came out of JSON: also numbers that are written and cannot be read. */
const anything = fc.oneof(
  fc.constantFrom(undefined, null, true, false, 0, -1, 1.5, 1_000_001, 2 ** 53, -(2 ** 53), Number.POSITIVE_INFINITY),
  fc.constantFrom('', 'a\n', 'a b', 'ä', '\0', '\ud800', '.:-', 'x'.repeat(32), 'x'.repeat(33), 'x'.repeat(65), {}, []),
  fc.jsonValue({ maxDepth: 2 }),
);

const hasForm = (value: unknown): boolean => {
  const read = readSent(value, 'anne');
  return read.ok || read.failure.detail !== 'The record has not the form of one.';
};

describe('the form of a record that is pushed', () => {
  it('is judged as by a schema, whatever stands in a field', async () => {
    const record = await aRecord();
    const fields = fc.constantFrom(...Object.keys(record), 'deleted', 'more', '__proto__');
    fc.assert(
      fc.property(fields, anything, (field, value) => {
        const one = Object.fromEntries([...Object.entries(record), [field, value]]);
        expect(hasForm(one)).toBe(schema.safeParse(one).success);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is judged as by a schema, whatever stands in its version', async () => {
    const record = await aRecord();
    const fields = fc.constantFrom(...Object.keys(record.version), 'more', '__proto__');
    fc.assert(
      fc.property(fields, anything, (field, value) => {
        const version = Object.fromEntries([...Object.entries(record.version), [field, value]]);
        const one = { ...record, version };
        expect(hasForm(one)).toBe(schema.safeParse(one).success);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is none of what is no record, and of one that lacks a field', async () => {
    const record = await aRecord();
    for (const field of Object.keys(record)) expect(hasForm({ ...record, [field]: undefined })).toBe(false);
    fc.assert(
      fc.property(anything, (value) => {
        expect(hasForm(value)).toBe(schema.safeParse(value).success);
      }),
    );
  });
});
