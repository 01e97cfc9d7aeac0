import { quickRead } from './quick-read.ts';
import type { Reading } from './reading.ts';
import { BY_KEY, type RecordRow } from './rows.ts';
import type { Shown } from './show.ts';

/** Which of these are still there to be shown, by `team id`: neither deleted nor taken back. Past Dexie, so not live. */
export async function quickStanding(db: Reading, records: Pick<Shown, 'team' | 'id'>[]): Promise<Set<string>> {
  const rows = await quickRead(db, ['records'], (table): IDBRequest<RecordRow | undefined>[] =>
    records.map(({ team, id }) => table('records').index(BY_KEY).get([team, id])),
  );
  return new Set(
    rows.flatMap((row) => (row && row.body !== null && row.removeAt === undefined ? [`${row.team} ${row.id}`] : [])),
  );
}
