import type { Table, Transaction } from 'dexie';
import { lastIn, STAMP, stampAfter } from './index-stamp.ts';
import type { RecordRow } from './rows.ts';

/** So many rows are read at a time. */
const CHUNK = 500;

/**
 * Moves records that lay under `[team+id]` to where they lie under numbers. What search knows keeps its number; what it does not gets one
 * below 0, and the stamp counts these too.
 */
export async function giveNumbers(old: Transaction): Promise<void> {
  const meta = old.table('meta');
  const records: Table<RecordRow, [string, string]> = old.table('records');
  const stamp = (await meta.get(STAMP))?.value;
  let last = lastIn(stamp) ?? 0;
  const highest = await records.orderBy('number').last();
  last = Math.max(last, highest?.number ?? 0);
  await move(records, old.table('moving'), (row) => (row.number === undefined ? { ...row, number: -++last } : row));
  if (last > 0) await meta.put({ key: STAMP, value: stampAfter(last) });
}

/** Copies all rows, some at a time, each as `change` makes it. */
export async function move<Row>(from: Table<Row>, to: Table<Row>, change = (row: Row): Row => row): Promise<void> {
  for (let after: unknown; ; ) {
    const rest = after === undefined ? from.toCollection() : from.where(':id').above(after);
    const rows = await rest.limit(CHUNK).toArray();
    if (rows.length === 0) return;
    await to.bulkPut(rows.map(change));
    after = from.core.schema.primaryKey.extractKey?.(rows.at(-1));
  }
}
