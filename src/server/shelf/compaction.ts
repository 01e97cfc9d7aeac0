import { COUNTER, type Counter } from './records.ts';
import type { Shelf } from './shelf.ts';
import type { Database, Row, Sql } from './sql.ts';

const DAY_MS = 86_400_000;

/** The part of a shelf that keeps feeds from growing with what is no more, over SQL. */
export const compactionOver = (database: Database): Pick<Shelf, 'compact'> => ({
  async compact(now, keepMs) {
    for (const { id } of await database.all<Row & { id: string }>('select id from teams order by id')) {
      await database.write((sql) => compactTeam(sql, database.forUpdate, id, now, now - keepMs));
    }
  },
});

/** Deletions that stood in the feed before `before` leave it. Places below the old floor were looked at already. */
async function compactTeam(sql: Sql, forUpdate: string, team: string, now: number, before: number): Promise<void> {
  const [counter] = await sql.all<Counter>(`select ${COUNTER} from teams where id = ?${forUpdate}`, [team]);
  if (!counter) return;
  await noteDay(sql, team, now, counter.seq);
  const [old] = await sql.all<Row & { at: number; seq: number }>(
    'select at, seq from days where team = ? and at <= ? order by at desc limit 1',
    [team, before],
  );
  if (!old || old.seq <= counter.floor) return;
  const dead = 'from records where team = ? and seq > ? and seq <= ? and deleted = 1';
  const which = [team, counter.floor, old.seq];
  await sql.run(`insert into graves (team, id) select team, id ${dead} on conflict (team, id) do nothing`, which);
  await sql.run(`delete ${dead}`, which);
  await sql.run('update teams set floor = ? where id = ?', [old.seq, team]);
  await sql.run('delete from days where team = ? and at < ?', [team, old.at]);
}

async function noteDay(sql: Sql, team: string, now: number, seq: number): Promise<void> {
  const [last] = await sql.all<Row & { at: number }>('select at from days where team = ? order by at desc limit 1', [
    team,
  ]);
  if (last && now - last.at < DAY_MS) return;
  await sql.upsert('days', ['team', 'at'], ['team', 'at', 'seq'], [[team, now, seq]]);
}
