import { systemClock } from '../kit/clock.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { roleSchema } from '../wire/sync.ts';
import { NotABackup } from './backup/read-backup.ts';
import { restore } from './backup/restore.ts';
import { writeBackup } from './backup/write-backup.ts';
import type { Config } from './config.ts';
import { createInvite } from './invite.ts';
import { newTeam } from './new-team.ts';
import { openBesideServer, openDatabase, openToRead, shelfOver } from './shelf/open.ts';
import type { Database } from './shelf/sql.ts';

/** What can be done besides serving: `main.js invite ROLE`, `backup FILE`, `restore FILE`, `erase MEMBER`. Each gives a sentence about what it did. */
export const commands: Record<string, (config: Config, what: string) => Promise<Result<string>>> = {
  async invite(config, word) {
    const role = roleSchema.safeParse(word);
    if (!role.success) return fail('command', 'A role is owner, admin, member or reader.');
    const shelf = await shelfOver(openBesideServer(config));
    const clock = systemClock;
    const team = await shelf.firstTeam(newTeam(config), clock());
    const publicUrl = () => config.publicUrl || `http://${config.host}:${config.port}`;
    const wanted = { team: team.id, by: '', role: role.data, uses: 1 };
    const { link } = await createInvite({ shelf, clock, publicUrl }, wanted);
    await shelf.close();
    return ok(link);
  },

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
