import { readRecord, wordsOf } from '../domain/record.ts';
import { entryOf } from '../search/entry.ts';
import type { Db } from './db.ts';
import type { RecordKey, RecordRow } from './rows.ts';

/** Makes a record findable, or unfindable where it has nothing to show. Inside the transaction that writes it. */
export async function indexRow(db: Db, row: RecordRow): Promise<void> {
  const record = readRecord(row);
  const isFindable = record.ok && row.removeAt === undefined;
  if (!isFindable) return unindexRow(db, [row.team, row.id]);
  const words = wordsOf(record.value);
  await db.entries.put({ team: row.team, id: row.id, ...entryOf({ ...words, site: row.site }) });
}

export const unindexRow = (db: Db, key: RecordKey): Promise<void> => db.entries.delete(key);
