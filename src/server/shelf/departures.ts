import { noteAudit } from './people.ts';
import type { Leaving, Shelf } from './shelf.ts';
import type { Database, Row, Sql } from './sql.ts';

/** What a version that the server made says where a device would stand. */
export const SERVER_DEVICE = 'server';

/** The part of a shelf that lets people go, over SQL. */
export const departuresOver = (database: Database): Pick<Shelf, 'leave'> => ({
  leave: (leaving) =>
    database.write(async (sql) => {
      const { team, member, device, now } = leaving;
      if (leaving.takeBack) await takeBack(sql, database.forUpdate, leaving);
      await sql.run('update devices set ended = ? where team = ? and id = ? and ended = 0', [now, team, device]);
      await noteAudit(sql, { team, at: now, member, what: 'leave', subject: device });
    }),
});

/** Unshares everything of a member: a later version with an empty body, as their own device would have written. */
async function takeBack(sql: Sql, forUpdate: string, { team, member, now }: Leaving): Promise<void> {
  const [counter] = await sql.all<{ seq: number }>(`select seq from teams where id = ?${forUpdate}`, [team]);
  const mine = await sql.all<Row & { id: string }>(
    'select id from records where team = ? and author = ? and body is not null order by seq',
    [team, member],
  );
  const text = `update records set seq = ?, n = n + 1, time = ?, device = ?, hash = '', body = null
    where team = ? and id = ?`;
  let seq = counter?.seq ?? 0;
  for (const { id } of mine) await sql.run(text, [++seq, now, SERVER_DEVICE, team, id]);
  await sql.run('update teams set seq = ? where id = ?', [seq, team]);
}
