import { kinds } from '../domain/kinds/index.ts';
import { quickRead } from './quick-read.ts';
import type { Reading } from './reading.ts';
import type { RecordRow, TeamRow } from './rows.ts';
import { showRows } from './show.ts';

/** Names of a team's members by author id, from the profiles they shared; read past Dexie, so not live. */
export async function quickNames(db: Reading): Promise<Map<string, string>> {
  const [rows = []] = await quickRead(db, ['records'], (table): IDBRequest<RecordRow[]>[] => [
    table('records').index('[kind+created]').getAll(ofKind('profile')),
  ]);
  return namesIn(rows);
}

/** Names by author id, and the teams that were joined. */
export type People = [names: Map<string, string>, teams: TeamRow[]];

/** Both in the same way and in one transaction. */
export async function quickPeople(db: Reading): Promise<People> {
  const [rows = [], teams = []] = await quickRead(db, ['records', 'teams'], (table): IDBRequest<unknown[]>[] => [
    table('records').index('[kind+created]').getAll(ofKind('profile')),
    table('teams').getAll(),
  ]);
  return [await namesIn(rows as RecordRow[]), teams as TeamRow[]];
}

/** All records of a kind, in the index of kinds. */
export const ofKind = (kind: string): IDBKeyRange => IDBKeyRange.bound([kind, 0], [kind, Number.MAX_VALUE]);

/** Search knows no profile by a number, so their names are looked at here: what is as it should be needs no reader. */
async function namesIn(rows: RecordRow[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const others: RecordRow[] = [];
  for (const row of rows) {
    if (row.body === null || row.removeAt !== undefined) continue;
    if (row.schema === kinds.profile.version && typeof row.body.name === 'string') names.set(row.author, row.body.name);
    else others.push(row);
  }
  for (const one of await showRows(others)) if (one?.kind === 'profile') names.set(one.author, one.body.name);
  return names;
}
