import type { Db } from './db.ts';
import { inChunks, numbersAt, rowsOfTeam } from './record-at.ts';
import { PRIVATE } from './rows.ts';

/** Which of some ids stand in what is kept to oneself, and in each team. */
export type Here = ReadonlyMap<string, ReadonlySet<string>>;

/** Which of some records stand here already. */
export async function idsHere(db: Db, records: { id: string }[]): Promise<Here> {
  const wanted = [...new Set(records.map(({ id }) => id))];
  const here = new Map<string, ReadonlySet<string>>();
  for (const team of await placesOf(db)) here.set(team, await idsIn(db, team, wanted));
  return here;
}

/** Where a record of one's own may stand: kept to oneself, and in each team. */
export const placesOf = async (db: Db): Promise<string[]> => [
  PRIVATE,
  ...(await db.teams.toCollection().primaryKeys()),
];

/** Whether anything at all stands there, as in a new profile nothing does. */
export const hasRows = async (db: Db, team: string): Promise<boolean> =>
  (await rowsOfTeam(db, team).limit(1).primaryKeys()).length > 0;

async function idsIn(db: Db, team: string, wanted: string[]): Promise<ReadonlySet<string>> {
  const here = new Set<string>();
  if (!(await hasRows(db, team))) return here;
  for (const some of inChunks(wanted)) {
    const numbers = await numbersAt(
      db,
      some.map((id) => [team, id]),
    );
    for (const [i, id] of some.entries()) if (numbers[i] !== undefined) here.add(id);
  }
  return here;
}
