import type { StoredRecord } from '../domain/record.ts';
import { compareVersions } from '../domain/version.ts';
import type { Db } from './db.ts';
import { type Here, hasRows, placesOf } from './ids-here.ts';
import { rowsAt } from './record-at.ts';
import { PRIVATE, type RecordKey, type RecordRow } from './rows.ts';

/** A record of one's own from outside this database; its author is whoever brings it. */
export type Adoptable = Omit<StoredRecord, 'author' | 'deleted'>;

/** `added`: not here yet. `newer`: here in an earlier version, which it replaces. `same`: here as it is, or later. */
export type Verdict = 'added' | 'newer' | 'same';

/** What is to become of a record that is brought, and what stands in the place it would take. */
interface Judged {
  verdict: Verdict;
  at: RecordRow | undefined;
}

/** One verdict for each record. */
export async function judgeAll(db: Db, records: Adoptable[], here: Here | null): Promise<Judged[]> {
  const places = here ? [...here.keys()] : await placesOf(db);
  const rows = await Promise.all(places.map((team) => rowsIn(db, team, records, here?.get(team) ?? null)));
  return records.map((record, i) => {
    let standing: RecordRow | undefined;
    for (const some of rows) {
      const row = some[i];
      if (row?.mine && isStanding(row)) standing = pickOwn(row, standing);
    }
    return { verdict: judge(record, standing), at: rows[0]?.[i] };
  });
}

/** The rows that stand in a team under these ids; only those in `here` are looked for, where it is given. */
async function rowsIn(
  db: Db,
  team: string,
  records: Adoptable[],
  here: ReadonlySet<string> | null,
): Promise<(RecordRow | undefined)[]> {
  const asked = here ? records.filter(({ id }) => here.has(id)) : records;
  // Where there are none at all, as in a new profile, none is looked for.
  if (asked.length === 0 || !(await hasRows(db, team))) return [];
  const rows = await rowsAt(
    db,
    asked.map(({ id }): RecordKey => [team, id]),
  );
  if (!here) return rows;
  const byId = new Map(asked.map(({ id }, i) => [id, rows[i]]));
  return records.map(({ id }) => byId.get(id));
}

/** Of a record that stands in several places, the shared one counts: it must not be doubled. */
const pickOwn = (row: RecordRow, other: RecordRow | undefined): RecordRow =>
  other && other.team !== PRIVATE ? other : row;

function judge(record: Adoptable, standing: RecordRow | undefined): Verdict {
  if (!standing) return 'added';
  if (standing.team !== PRIVATE) return 'same';
  return compareVersions(record, standing) > 0 ? 'newer' : 'same';
}

export const isStanding = (row: RecordRow): boolean => row.body !== null && row.removeAt === undefined;
