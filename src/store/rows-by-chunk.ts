import type { Db } from './db.ts';
import type { RecordKey, RecordRow } from './rows.ts';

/** So many rows are handed to the database at a time: each is copied, and no page must be held up by it. */
const CHUNK = 150;

export const inChunks = <T>(items: T[], size = CHUNK): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

/** Rows by key, in the order of the keys. */
export async function getRows(db: Db, keys: RecordKey[]): Promise<(RecordRow | undefined)[]> {
  const rows: (RecordRow | undefined)[] = [];
  for (const some of inChunks(keys)) rows.push(...(await db.records.bulkGet(some)));
  return rows;
}
