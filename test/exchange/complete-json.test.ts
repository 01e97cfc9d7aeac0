import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/domain/json.ts';
import { PRIVATE_BODY_MAX } from '../../src/domain/limits.ts';
import type { StoredRecord } from '../../src/domain/record.ts';
import { readExport, writeExport } from '../../src/exchange/complete-json.ts';
import { createId } from '../../src/kit/id.ts';

const NOW = Date.UTC(2026, 2, 1);
const teams = [{ id: 't1', name: 'Kitchen', server: 'https://team.example', token: 'secret' }];

type Own = StoredRecord & { team: string };

const record = (change: Partial<Own> = {}): Own => ({
  id: createId(),
  kind: 'lesson',
  author: 'a',
  schema: 1,
  version: { n: 1, time: 5, device: 'd', hash: 'h' },
  team: '',
  body: { created: 5, note: 'Water boils at a lower temperature' },
  ...change,
});

const written = (records: Own[]) => writeExport({ records, teams }, NOW);

/** Bodies of a kind from the future may hold anything that JSON can, but for the one key that every border drops. */
const anyBody = (
  fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 4 })) as fc.Arbitrary<JsonObject>
).filter((body) => !JSON.stringify(body).includes('__proto__'));
const lessonBody: fc.Arbitrary<JsonObject> = fc.record(
  { created: fc.nat(), quote: fc.string({ unit: 'binary' }), note: fc.string(), tags: fc.array(fc.string()) },
  { requiredKeys: ['created'] },
);
const anyRecord = fc
  .record({
    kind: fc.constantFrom('lesson', 'reflection-of-2030'),
    n: fc.integer({ min: 1, max: 1e6 }),
    time: fc.nat(),
    team: fc.constantFrom('', 't1'),
    lesson: lessonBody,
    other: anyBody,
  })
  .map(({ kind, n, time, team, lesson, other }) =>
    record({ kind, team, version: { n, time, device: 'd', hash: 'h' }, body: kind === 'lesson' ? lesson : other }),
  );

test('what is exported and read again is the same, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 8 }), (records) => {
      const read = readExport(written(records));
      const expected = records
        .map(({ author: _, team, ...rest }) => JSON.parse(JSON.stringify(team ? { ...rest, team } : rest)))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(read).toEqual({ ok: true, value: { records: expected, unreadable: 0 } });
    }),
  );
});

describe('a file', () => {
  test('names the teams that are in it and carries no token', () => {
    const file = written([record({ team: 't1' })]);
    expect(JSON.parse(file).teams).toEqual([{ id: 't1', name: 'Kitchen', server: 'https://team.example' }]);
    expect(file).not.toContain('secret');
  });

  test('does not depend on the order of the records', () => {
    const records = [record(), record(), record()];
    expect(written(records)).toBe(written([...records].reverse()));
  });

  test('leaves out what has no body any more', () => {
    expect(JSON.parse(written([record({ body: null, deleted: true })])).records).toEqual([]);
  });

  test('of a newer version says so', () => {
    const file = written([]).replace('"version": 1', '"version": 2');
    expect(readExport(file)).toEqual({ ok: false, failure: { code: 'export-too-new' } });
  });

  test.each(['', 'null', '[]', '{"format":"else","version":1,"records":[]}', '{"format":"sidelight-export"}', '{"a":'])(
    'that is none (%s) is refused with a code',
    (text) => {
      expect(readExport(text)).toEqual({ ok: false, failure: { code: 'not-an-export' } });
    },
  );
});

describe('one bad record', () => {
  const withBody = (body: unknown) => {
    const file = JSON.parse(written([record(), record()]));
    file.records[0].body = body;
    return JSON.stringify(file);
  };

  test.each([
    ['of the wrong shape', { created: 'yesterday' }],
    ['without a body', null],
    ['that is too large', { created: 1, note: 'x'.repeat(PRIVATE_BODY_MAX) }],
  ])('%s is counted, the others come in', (_, body) => {
    const read = readExport(withBody(body));
    expect(read.ok && [read.value.records.length, read.value.unreadable]).toEqual([1, 1]);
  });

  test('nested thousands deep is counted, the others come in', () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const read = readExport(withBody('DEEP').replace('"DEEP"', deep));
    expect(read.ok && [read.value.records.length, read.value.unreadable]).toEqual([1, 1]);
  });

  test('cannot reach the prototype of anything', () => {
    const read = readExport(withBody('X').replace('"X"', '{"created":1,"__proto__":{"polluted":true}}'));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const body = read.ok ? (read.value.records[0]?.body as { polluted?: boolean } | undefined) : undefined;
    expect(body?.polluted).toBeUndefined();
  });
});
