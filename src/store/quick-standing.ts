import { isSameVersion } from '../domain/same-version.ts';
import type { Hit } from './found.ts';
import { quickRead } from './quick-read.ts';
import type { Reading } from './reading.ts';
import { BY_KEY, type RecordRow } from './rows.ts';
import { showRows } from './show.ts';

const keyOf = ({ record }: Hit): string => `${record.team} ${record.id}`;

/**
 * Those that are still there to be shown, neither deleted nor taken back, by `team id`. What was edited since comes with its new words,
 * marked as in the `latest` that is found of it, and counts as whole as it did: so it stays where it stands. The others are the same.
 * Past Dexie, so not live.
 */
export async function quickStanding(db: Reading, hits: Hit[], latest: Hit[]): Promise<Map<string, Hit>> {
  const rows = await quickRead(db, ['records'], (table): IDBRequest<RecordRow | undefined>[] =>
    hits.map(({ record: { team, id } }) => table('records').index(BY_KEY).get([team, id])),
  );
  const records = await showRows(rows);
  const found = new Map(latest.map((hit) => [keyOf(hit), hit]));
  const standing = new Map<string, Hit>();
  for (const [i, hit] of hits.entries()) {
    const record = records[i];
    if (!record) continue;
    const isAsFound = ({ record: { version } }: Hit) => isSameVersion(version, record.version);
    const key = keyOf(hit);
    const now = found.get(key);
    const marks = now && isAsFound(now) ? now.marks : [];
    standing.set(key, isAsFound(hit) ? hit : { record, marks, isWhole: hit.isWhole });
  }
  return standing;
}
