import { quickRead } from './quick-read.ts';
import { show } from './read.ts';
import type { Reading } from './reading.ts';
import type { RecordRow, TeamRow } from './rows.ts';

/** Names of a team's members by author id, from the profiles they shared; read past Dexie, so not live. */
export async function quickNames(db: Reading): Promise<Map<string, string>> {
  const [rows = []] = await quickRead(db, ['records'], (table): IDBRequest<RecordRow[]>[] => [
    table('records').index('[kind+created]').getAll(ofKind('profile')),
  ]);
  return new Map(
    rows.map(show).flatMap((one) => (one?.kind === 'profile' ? [[one.author, one.body.name] as const] : [])),
  );
}

/** The teams that were joined, in the same way. */
export async function quickTeams(db: Reading): Promise<TeamRow[]> {
  const [teams = []] = await quickRead(db, ['teams'], (table): IDBRequest<TeamRow[]>[] => [table('teams').getAll()]);
  return teams;
}

/** All records of a kind, in the index of kinds. */
export const ofKind = (kind: string): IDBKeyRange => IDBKeyRange.bound([kind, 0], [kind, Number.MAX_VALUE]);
