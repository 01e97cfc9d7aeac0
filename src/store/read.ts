import { readRecord } from '../domain/record.ts';
import type { Db } from './db.ts';
import { rowAt, rowsAt } from './record-at.ts';
import type { PlaceRow, RecordKey, RecordRow, TeamRow } from './rows.ts';
import { isPlaced, type Shown, showWith } from './show.ts';

export { isPlaced, type Shown } from './show.ts';

/** Null for what shows nowhere: gone, being removed, of a kind or version this one does not know. */
export const show = (row: RecordRow | undefined): Shown | null =>
  showWith(row, (unread) => {
    const read = readRecord(unread);
    return read.ok ? read.value : null;
  });

/** Those of the rows that show. */
export const showAll = (rows: (RecordRow | undefined)[]): Shown[] => rows.map(show).filter((shown) => shown !== null);

export const readOne = async (db: Db, key: RecordKey): Promise<Shown | null> => show(await rowAt(db, key));

export const readMany = async (db: Db, keys: RecordKey[]): Promise<Shown[]> => showAll(await rowsAt(db, keys));

/** Lessons and questions whose target is this page (a normalised URL), own and the teams'. */
export async function onPage(db: Db, page: string): Promise<(Shown<'lesson'> | Shown<'question'>)[]> {
  if (page === '') return [];
  const standing = db.records.where('[page+kind+mine+created]');
  return showAll(await standing.between([page], [page, []]).toArray()).filter(isPlaced);
}

/** Newest lessons and questions first. */
export async function recent(db: Db, limit: number): Promise<(Shown<'lesson'> | Shown<'question'>)[]> {
  const kinds = await Promise.all(['lesson', 'question'].map((kind) => newestOf(db, kind, limit)));
  return kinds
    .flat()
    .sort((a, b) => b.created - a.created)
    .slice(0, limit);
}

async function newestOf(db: Db, kind: string, limit: number): Promise<(Shown<'lesson'> | Shown<'question'>)[]> {
  const found: (Shown<'lesson'> | Shown<'question'>)[] = [];
  await db.records
    .where('[kind+created]')
    .between([kind], [kind, []])
    .reverse()
    .until(() => found.length >= limit)
    .each((row) => {
      const shown = show(row);
      if (shown && isPlaced(shown)) found.push(shown);
    });
  return found;
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
