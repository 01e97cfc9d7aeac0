import { countIn, emptyTally, writeTally } from '../../domain/tally.ts';
import { COUNTER, type Counter, STANDING, type StandingRow, toStanding } from './records.ts';
import type { Database, Row, Sql } from './sql.ts';

const ROWS_AT_ONCE = 1_000;

/** Counts the teams that have no tally yet: of a database, or a restored backup, from before there were any. */
export async function countAnew(database: Database): Promise<void> {
  const uncounted = await database.all<Row & { id: string }>("select id from teams where tally = ''");
  for (const { id } of uncounted) await database.write((sql) => countTeam(sql, database.forUpdate, id));
}

async function countTeam(sql: Sql, forUpdate: string, team: string): Promise<void> {
  const [counter] = await sql.all<Counter>(`select ${COUNTER} from teams where id = ?${forUpdate}`, [team]);
  if (counter?.tally !== '') return;
  const tally = emptyTally();
  const text = `select ${STANDING} from records where team = ? and id > ? order by id limit ${ROWS_AT_ONCE}`;
  for (let last = ''; ; ) {
    const rows = await sql.all<StandingRow>(text, [team, last]);
    for (const row of rows) countIn(tally, { ...toStanding(row), id: row.id });
    last = rows.at(-1)?.id ?? '';
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await sql.run('update teams set tally = ? where id = ?', [writeTally(tally), team]);
}
