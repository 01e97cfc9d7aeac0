import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordSchema } from '../../src/domain/record.ts';
import { readStored } from '../../src/domain/stored.ts';

const record = {
  id: 'one',
  kind: 'lesson',
  author: 'anne',
  schema: 1,
  version: { n: 1, time: 5, device: 'laptop', hash: 'h' },
  body: { note: 'a note', tags: ['x'], target: null },
};

const read = (value: unknown) => {
  const parsed = recordSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
};

/** What may stand where something else should. */
const anything = fc.oneof(
  fc.constantFrom(undefined, null, true, false, '', 'x'.repeat(33), 'x'.repeat(65), 0, -1, 1.5, 2 ** 53, Number.NaN),
  fc.constantFrom(Number.POSITIVE_INFINITY, new Date(0), [], {}, [1], { at: Number.NaN }),
  fc.jsonValue({ maxDepth: 2 }),
);

test('a record is read as by the schema', () => {
  for (const one of [record, { ...record, deleted: true, body: null }, { ...record, more: 1 }]) {
    expect(readStored(one)).toEqual(read(one));
    expect(readStored(one)).not.toBe(null);
  }
});

test('whatever stands in a field is judged as by the schema', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(record), 'deleted', 'more'), anything, (field, value) => {
      const one = { ...record, [field]: value };
      expect(readStored(one)).toEqual(read(one));
    }),
    { numRuns: 2_000 },
  );
});

test('whatever stands in a version is judged as by the schema', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(record.version), 'more'), anything, (field, value) => {
      const one = { ...record, version: { ...record.version, [field]: value } };
      expect(readStored(one)).toEqual(read(one));
    }),
    { numRuns: 2_000 },
  );
});

test('what is no record at all is none', () => {
  fc.assert(
    fc.property(anything, (value) => {
      expect(readStored(value)).toEqual(read(value));
    }),
  );
});
