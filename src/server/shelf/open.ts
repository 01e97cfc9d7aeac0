import { fail, ok, type Result } from '../../kit/result.ts';
import { reasonOf } from '../reason.ts';
import { administrationOver } from './administration.ts';
import { columnsOver } from './columns.ts';
import { compactionOver } from './compaction.ts';
import { countAnew } from './count-anew.ts';
import { departuresOver } from './departures.ts';
import { openBesideLibsql, openLibsql, openToReadLibsql } from './libsql.ts';
import { migrate, readSchema } from './migrations.ts';
import { pagesOver } from './pages.ts';
import { peopleOver } from './people.ts';
import { openPostgres } from './postgres.ts';
import { recordsOver } from './records.ts';
import type { Shelf } from './shelf.ts';
import type { Database } from './sql.ts';

type Where = { databaseUrl: string; folder: string };

/**
 * Opens what the configuration names and brings its tables up to date. Fails with `database-in-use`, or `database-unusable` (detail: what
 * the database said) where nobody answers, nobody is let in, or the file is damaged.
 */
export async function openShelf(where: Where): Promise<Result<Shelf>> {
  try {
    const database = openDatabase(where);
    return database.ok ? ok(await shelfOver(database.value)) : database;
  } catch (error) {
    return fail('database-unusable', reasonOf(error));
  }
}

/** The database that the configuration names. Fails with `database-in-use`. */
export const openDatabase = ({ databaseUrl, folder }: Where): Result<Database> =>
  databaseUrl === '' ? openLibsql(folder) : ok(openPostgres(databaseUrl));

/** The same for reading alone, which a running server does not mind. */
export const openToRead = ({ databaseUrl, folder }: Where): Database =>
  databaseUrl === '' ? openToReadLibsql(folder) : openPostgres(databaseUrl);

/** The same for a short piece of writing, which a running server does not mind either. */
export const openBesideServer = ({ databaseUrl, folder }: Where): Database =>
  databaseUrl === '' ? openBesideLibsql(folder) : openPostgres(databaseUrl);

/** The shelf over any database that speaks SQL, with its tables brought up to date. */
export async function shelfOver(database: Database): Promise<Shelf> {
  await migrate(database);
  await countAnew(database);
  const pages = pagesOver(database);
  return {
    ...peopleOver(database),
    ...recordsOver(database),
    ...pages,
    ...columnsOver(database, pages.pull),
    ...departuresOver(database),
    ...compactionOver(database),
    ...administrationOver(database),
    fanOut: (hear) => database.fanOut(hear),
    ready: async () => void (await readSchema(database)),
    close: () => database.close(),
  };
}
