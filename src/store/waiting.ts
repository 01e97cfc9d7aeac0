import type { Db } from './db.ts';
import type { RecordKey } from './rows.ts';

/** Keys of what is shared here and not yet taken by its team's server. */
export async function waitingToSend(db: Db): Promise<RecordKey[]> {
  const rows = await db.outbox.toArray();
  return rows.map(({ team, id }): RecordKey => [team, id]);
}
