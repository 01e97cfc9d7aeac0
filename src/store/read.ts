import { isKindName, type KindName, kinds } from '../domain/kinds/index.ts';
import { type KnownRecord, type RecordOf, readRecord, type StoredRecord } from '../domain/record.ts';
import type { Failure } from '../kit/result.ts';
import type { Db } from './db.ts';
import type { PlaceRow, RecordKey, RecordRow, TeamRow } from './rows.ts';

/** A record as a person sees it: read, with where it stands. */
export type Shown<K extends KindName = KindName> = RecordOf<K> & {
  team: string;
  isMine: boolean;
  created: number;
  page: string;
  site: string;
  refused?: Failure;
  onlyHere?: RecordRow['onlyHere'];
};

/**
 * What search knows by a number was read when it was written (search-index.ts), so it is not read again unless its kind
 * has gone on since: lists are drawn by the letter.
 */
function asKnown(row: RecordRow): KnownRecord | null {
  const wasRead = row.number !== undefined && row.body !== null && isKindName(row.kind);
  if (wasRead && row.schema === kinds[row.kind as KindName].version) return row as StoredRecord as KnownRecord;
  const read = readRecord(row);
  return read.ok ? read.value : null;
}

/** Null for what shows nowhere: gone, being removed, of a kind or version this one does not know. */
export function show(row: RecordRow | undefined): Shown | null {
  if (!row || row.removeAt !== undefined) return null;
  const record = asKnown(row);
  if (!record) return null;
  const { team, created, page, site, refused, onlyHere } = row;
  const more = { ...(refused ? { refused } : {}), ...(onlyHere ? { onlyHere } : {}) };
  return { ...record, team, created, page, site, isMine: row.mine === 1, ...more };
}

/** Those of the rows that show. */
export const showAll = (rows: (RecordRow | undefined)[]): Shown[] => rows.map(show).filter((shown) => shown !== null);
/** Lessons and questions: what may stand on a page. */
export const isPlaced = (shown: Shown): shown is Shown<'lesson'> | Shown<'question'> =>
  shown.kind === 'lesson' || shown.kind === 'question';

export const readOne = async (db: Db, key: RecordKey): Promise<Shown | null> => show(await db.records.get(key));

export const readMany = async (db: Db, keys: RecordKey[]): Promise<Shown[]> => showAll(await db.records.bulkGet(keys));

/** Lessons and questions whose target is this page (a normalised URL), own and the teams'. */
export async function onPage(db: Db, page: string): Promise<(Shown<'lesson'> | Shown<'question'>)[]> {
  if (page === '') return [];
  const standing = db.records.where('[page+kind+mine+created]');
  return showAll(await standing.between([page], [page, []]).toArray()).filter(isPlaced);
}

/** Newest lessons and questions first. */
export async function recent(db: Db, limit: number): Promise<(Shown<'lesson'> | Shown<'question'>)[]> {
  const found: (Shown<'lesson'> | Shown<'question'>)[] = [];
  await db.records
    .orderBy('created')
    .reverse()
    .until(() => found.length >= limit)
    .each((row) => {
      const shown = show(row);
      if (shown && isPlaced(shown)) found.push(shown);
    });
  return found.slice(0, limit);
}

/** Answers to a question and signals about a record, oldest first. */
export async function about(db: Db, id: string): Promise<(Shown<'answer'> | Shown<'signal'>)[]> {
  const shown = showAll(await db.records.where('about').equals(id).sortBy('created'));
  return shown.filter((one) => one.kind === 'answer' || one.kind === 'signal');
}

/** How the passages of a page were last found. */
export const placesOn = (db: Db, page: string): Promise<PlaceRow[]> => db.places.where('page').equals(page).toArray();

export const teamsJoined = (db: Db): Promise<TeamRow[]> => db.teams.toArray();

/** Names of a team's members by author id, from the profiles they shared. */
export async function namesByAuthor(db: Db): Promise<Map<string, string>> {
  const profiles = showAll(
    await db.records.where('[kind+created]').between(['profile', 0], ['profile', Number.MAX_VALUE]).toArray(),
  );
  return new Map(profiles.flatMap((one) => (one.kind === 'profile' ? [[one.author, one.body.name] as const] : [])));
}

/** Every record of one's own that shows, for export and for counting. */
export async function ownRecords(db: Db): Promise<Shown[]> {
  return showAll(await db.records.filter((row) => row.mine === 1).toArray());
}
