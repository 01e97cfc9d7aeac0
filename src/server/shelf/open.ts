import { ok, type Result } from '../../kit/result.ts';
import { administrationOver } from './administration.ts';
import { departuresOver } from './departures.ts';
import { openLibsql } from './libsql.ts';
import { migrate } from './migrations.ts';
import { peopleOver } from './people.ts';
import { openPostgres } from './postgres.ts';
import { recordsOver } from './records.ts';
import type { Shelf } from './shelf.ts';
import type { Database } from './sql.ts';

/** Opens what the configuration names and brings its tables up to date. Fails with `database-in-use`. */
export async function openShelf(where: { databaseUrl: string; folder: string }): Promise<Result<Shelf>> {
  if (where.databaseUrl !== '') return ok(await shelfOver(openPostgres(where.databaseUrl)));
  const database = openLibsql(where.folder);
  return database.ok ? ok(await shelfOver(database.value)) : database;
}

/** The shelf over any database that speaks SQL, with its tables brought up to date. */
export async function shelfOver(database: Database): Promise<Shelf> {
  await migrate(database);
  return {
    ...peopleOver(database),
    ...recordsOver(database),
    ...departuresOver(database),
    ...administrationOver(database),
    fanOut: (hear) => database.fanOut(hear),
    ready: async () => void (await database.all('select 1 as one')),
    close: () => database.close(),
  };
}
