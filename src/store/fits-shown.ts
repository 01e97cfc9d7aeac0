import type { Db } from './db.ts';
import type { Fit } from './for-page.ts';
import { readMany } from './read.ts';
import type { RecordKey } from './rows.ts';

interface Ref {
  team: string;
  id: string;
  isStrong: boolean;
  isSameSite: boolean;
  because: string[];
}

/** What was found for a page, with its records as they are now; what is gone is left out. */
export async function fitsShown(db: Db, refs: Ref[]): Promise<Fit[]> {
  const records = await readMany(
    db,
    refs.map(({ team, id }): RecordKey => [team, id]),
  );
  const byKey = new Map(records.map((record) => [`${record.team} ${record.id}`, record]));
  return refs.flatMap(({ team, id, ...fit }) => {
    const record = byKey.get(`${team} ${id}`);
    return record ? [{ record, ...fit }] : [];
  });
}
