import type { Db } from './db.ts';
import { PRIVATE } from './rows.ts';

/** Which ids stand in what is kept to oneself, and in each team; null where that is not known of one. */
export type Here = ReadonlyMap<string, ReadonlySet<string> | null>;

/** So many keys are read at once in the time that asking for one row takes. */
const KEYS_A_ROW = 10;
const KEYS_AT_ONCE = 5_000;

/** Which of some records stand here already. Of an import hardly any do, so all keys are read instead of asking for each. */
export async function idsHere(db: Db, records: { id: string }[]): Promise<Here> {
  const wanted = new Set(records.map(({ id }) => id));
  const here = new Map<string, ReadonlySet<string> | null>();
  for (const team of await placesOf(db)) here.set(team, await idsIn(db, team, wanted));
  return here;
}

/** Where a record of one's own may stand: kept to oneself, and in each team. */
export const placesOf = async (db: Db): Promise<string[]> => [
  PRIVATE,
  ...(await db.teams.toCollection().primaryKeys()),
];

/** Null where there are too many for that to be quicker. */
async function idsIn(db: Db, team: string, wanted: ReadonlySet<string>): Promise<ReadonlySet<string> | null> {
  const here = new Set<string>();
  let last = '';
  for (let read = 0; read <= KEYS_A_ROW * wanted.size; read += KEYS_AT_ONCE) {
    const range = db.records.where('[team+id]').between([team, last], [team, '\uffff'], last === '');
    const keys = await range.limit(KEYS_AT_ONCE).primaryKeys();
    for (const [, id] of keys) if (wanted.has(id)) here.add(id);
    if (keys.length < KEYS_AT_ONCE) return here;
    last = keys.at(-1)?.[1] ?? '';
  }
  return null;
}
