import { systemClock } from '../kit/clock.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { NotABackup } from './backup/read-backup.ts';
import { restore } from './backup/restore.ts';
import { writeBackup } from './backup/write-backup.ts';
import type { Config } from './config.ts';
import { openDatabase, openToRead, shelfOver } from './shelf/open.ts';
import type { Database } from './shelf/sql.ts';

/** What can be done besides serving: `main.js backup FILE`, `restore FILE`, `erase MEMBER`. Each gives a sentence about what it did. */
export const commands: Record<string, (config: Config, what: string) => Promise<Result<string>>> = {
  async backup(config, file) {
    const database = openToRead(config);
    const rows = await writeBackup(database, file, systemClock());
    await database.close();
    return ok(`${file} holds ${rows} rows.`);
  },

  async restore(config, file) {
    return withDatabase(config, async (database) => {
      const rows = await restore(database, file, systemClock());
      return ok(`${rows} rows are back. Devices bring what they wrote since when they next exchange.`);
    });
  },

  async erase(config, member) {
    return withDatabase(config, async (database) => {
      const shelf = await shelfOver(database);
      for (const { id } of await database.all<{ id: string }>('select id from teams')) {
        if (!(await shelf.member(id, member))) continue;
        await shelf.erase({ team: id, by: '', now: systemClock() }, member);
        return ok(
          `What ${member} wrote and was called is gone. Backups made before still hold it until you delete them.`,
        );
      }
      return fail('command', `There is no member ${member}. The page for admins lists their ids.`);
    });
  },
};

async function withDatabase(
  config: Config,
  work: (database: Database) => Promise<Result<string>>,
): Promise<Result<string>> {
  const database = openDatabase(config);
  if (!database.ok) return database;
  try {
    await shelfOver(database.value);
    return await work(database.value);
  } catch (error) {
    if (error instanceof NotABackup) return fail('command', error.message);
    throw error;
  } finally {
    await database.value.close();
  }
}
