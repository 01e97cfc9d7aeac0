import { countIn, countOut, readTally, writeTally } from '../../domain/tally.ts';
import { noteAudit } from './audit.ts';
import { COLUMNS, COUNTER, type Counter, STANDING, type StandingRow, toRow, toStanding } from './records.ts';
import type { Shelf } from './shelf.ts';
import type { Database, Sql } from './sql.ts';

/** What a version that the server made says where a device would stand. */
export const SERVER_DEVICE = 'server';

/** The part of a shelf that lets people go, over SQL. */
export const departuresOver = (database: Database): Pick<Shelf, 'leave' | 'hasWithdrawn'> => ({
  leave: (leaving) =>
    database.write(async (sql) => {
      const { team, member, device, now } = leaving;
      if (leaving.takeBack) await withdraw(sql, database.forUpdate, { team, member, now });
      await sql.run('update devices set ended = ? where team = ? and id = ? and ended = 0', [now, team, device]);
      await noteAudit(sql, { team, at: now, member, what: 'leave', subject: device });
    }),

  async hasWithdrawn(team, device) {
    const rows = await database.all(
      `select 1 as one from devices d join withdrawals w on w.team = d.team and w.member = d.member
        where d.team = ? and d.id = ? and d.ended > 0 and w.at >= d.ended`,
      [team, device],
    );
    return rows.length > 0;
  },
});

/** Takes back everything of a member's, and notes it for a restore. */
export async function withdraw(
  sql: Sql,
  forUpdate: string,
  { team, member, now }: { team: string; member: string; now: number },
): Promise<void> {
  await emptyRecordsOf(sql, forUpdate, { team, member, now, isFinal: false });
  await sql.upsert('withdrawals', ['team', 'member'], ['team', 'member', 'at'], [[team, member, now]]);
}

/**
 * Takes the body from everything of a member's: a later version, as their own device would have written it. `isFinal`
 * deletes, which wins over every edit that may still come; else it is taken back.
 */
export async function emptyRecordsOf(
  sql: Sql,
  forUpdate: string,
  { team, member, now, isFinal }: { team: string; member: string; now: number; isFinal: boolean },
): Promise<void> {
  const [counter] = await sql.all<Counter>(`select ${COUNTER} from teams where id = ?${forUpdate}`, [team]);
  const which = isFinal ? 'deleted = 0' : 'body is not null';
  const mine = await sql.all<StandingRow & { kind: string; schema_version: number }>(
    `select ${STANDING}, kind, schema_version from records where team = ? and author = ? and ${which} order by seq`,
    [team, member],
  );
  const tally = readTally(counter?.tally ?? '');
  let seq = counter?.seq ?? 0;
  const rows = mine.map((row) => {
    const { id, author, kind, schema_version: schema } = row;
    const version = { n: row.n + 1, time: now, device: SERVER_DEVICE, hash: '' };
    if (tally) countOut(tally, { ...toStanding(row), id });
    if (tally && !isFinal) countIn(tally, { version, id });
    const deleted = isFinal ? { deleted: true as const } : {};
    return toRow(team, ++seq, { id, author, kind, schema, version, ...deleted, text: null });
  });
  // Together: the team waits for this, and one after the other is a trip to the database for each.
  await sql.upsert('records', ['team', 'id'], COLUMNS, rows);
  await sql.run('update teams set seq = ?, tally = ? where id = ?', [seq, tally ? writeTally(tally) : '', team]);
}
