import { COUNTER, type Counter } from './records.ts';
import type { Shelf } from './shelf.ts';
import type { Database, Row, Sql } from './sql.ts';

const DAY_MS = 86_400_000;
/** Places of a feed that are looked at in one transaction: nobody who pushes waits for longer than that takes. */
const PLACES_AT_ONCE = 10_000;

/** The part of a shelf that keeps feeds from growing with what is no more, over SQL. */
export const compactionOver = (database: Database): Pick<Shelf, 'compact'> => ({
  async compact(now, keepMs) {
    for (const { id } of await database.all<Row & { id: string }>('select id from teams order by id')) {
      const some = () => database.write((sql) => compactSome(sql, database.forUpdate, id, now, now - keepMs));
      while (await some());
    }
  },
});

/**
 * Deletions that stood in the feed before `before` leave it, as many as may at once; whether there are more. Places below the
 * floor were looked at already.
 */
async function compactSome(sql: Sql, forUpdate: string, team: string, now: number, before: number): Promise<boolean> {
  const [counter] = await sql.all<Counter>(`select ${COUNTER} from teams where id = ?${forUpdate}`, [team]);
  if (!counter) return false;
  await noteDay(sql, team, now, counter.seq);
  const [old] = await sql.all<Row & { at: number; seq: number }>(
    'select at, seq from days where team = ? and at <= ? order by at desc limit 1',
    [team, before],
  );
  if (!old || old.seq <= counter.floor) return false;
  const floor = Math.min(old.seq, counter.floor + PLACES_AT_ONCE);
  const dead = 'from records where team = ? and seq > ? and seq <= ? and deleted = 1';
  const which = [team, counter.floor, floor];
  await sql.run(`insert into graves (team, id) select team, id ${dead} on conflict (team, id) do nothing`, which);
  await sql.run(`delete ${dead}`, which);
  await sql.run('update teams set floor = ? where id = ?', [floor, team]);
  await sql.run('delete from days where team = ? and at < ?', [team, old.at]);
  return floor < old.seq;
}

async function noteDay(sql: Sql, team: string, now: number, seq: number): Promise<void> {
  const [last] = await sql.all<Row & { at: number }>('select at from days where team = ? order by at desc limit 1', [
    team,
  ]);
  if (last && now - last.at < DAY_MS) return;
  await sql.upsert('days', ['team', 'at'], ['team', 'at', 'seq'], [[team, now, seq]]);
}
