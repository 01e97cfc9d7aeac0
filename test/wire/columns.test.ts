import { describe, expect, test } from 'vitest';
import { writeColumns, writeRecords } from '../../src/server/write-records.ts';
import { pulledSchema } from '../../src/wire/sync.ts';
import { aRecord, toSent } from '../server/records.ts';

const read = (json: string): unknown[] => pulledSchema.parse(JSON.parse(json)).records;

describe('a page in columns', () => {
  test('gives the same records as one that has them one by one', async () => {
    const records = await Promise.all([
      aRecord(),
      aRecord({ kind: 'question', n: 3, time: 0.1, device: 'b' }),
      aRecord({ body: null }),
      aRecord({ body: null, deleted: true, schema: 7 }),
      aRecord({ body: { note: 'a b "c" \\ \ud83d' }, author: 'ben', time: 1.7e300 }),
    ]);
    const sent = records.map(toSent);
    const one = read(`{"more":false,"records":${writeRecords(sent)}}`);
    const other = read(`{"more":false,"columns":${writeColumns(sent)}}`);
    expect(other).toEqual(one);
    expect(other.slice(0, 4)).toEqual(records.slice(0, 4));
  });

  test('may be empty', () => {
    expect(read(`{"more":false,"columns":${writeColumns([])}}`)).toEqual([]);
  });

  test('whose columns are not alike gives records that are not valid, and takes nothing from the others', async () => {
    const [good] = await Promise.all([aRecord()]);
    const columns = JSON.parse(writeColumns([toSent(good)]));
    const longer = { ...columns, ids: `${columns.ids} more` };
    expect(read(JSON.stringify({ more: false, columns: longer }))).toMatchObject([
      good,
      { id: 'more', body: undefined },
    ]);
  });

  test('and one without either form is no page', () => {
    expect(pulledSchema.safeParse({ more: false }).success).toBe(false);
  });
});
