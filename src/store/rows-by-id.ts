import type { Db } from './db.ts';
import { PRIVATE, type RecordKey, type RecordRow } from './rows.ts';

/** Every row under these ids, one's own and the teams'. There are few teams; an index of ids would cost every record. */
export async function rowsById(db: Db, ids: string[]): Promise<RecordRow[]> {
  const teams = [PRIVATE, ...(await db.teams.toCollection().primaryKeys())];
  const rows = await db.records.bulkGet(teams.flatMap((team) => ids.map((id): RecordKey => [team, id])));
  return rows.filter((row) => row !== undefined);
}
