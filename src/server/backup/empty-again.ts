import { keep, toStanding } from '../shelf/records.ts';
import type { Sent } from '../shelf/shelf.ts';
import type { Row, Sql } from '../shelf/sql.ts';

/** A version without a body, by someone who let go of everything they had here. */
export interface Emptied extends Row {
  team: string;
  id: string;
  author: string;
  kind: string;
  schema_version: number;
  n: number;
  time: number;
  device: string;
  hash: string;
  deleted: number;
}

const AT_ONCE = 500;

const isOf = (table: string): string =>
  `exists (select 1 from ${table} x where x.team = records.team and x.member = records.author)`;

/** What has no body any more of those who took everything back by leaving, or were erased. */
export const readEmptied = (sql: Sql): Promise<Emptied[]> =>
  sql.all(
    `select team, id, author, kind, schema_version, n, time, device, hash, deleted from records
      where body is null and (${isOf('withdrawals')} or ${isOf('erasures')}) order by team, seq`,
  );

/**
 * Lets these versions stand again in a database that an older backup was put into, where they are later than what is
 * there. To empty what the backup holds is not enough: colleagues' devices may have later versions than it, and records that
 * it does not know, and no device of their author is there to take them back.
 */
export async function emptyAgain(sql: Sql, forUpdate: string, emptied: Emptied[]): Promise<void> {
  const teams = new Set((await sql.all<Row & { id: string }>('select id from teams')).map(({ id }) => id));
  for (const team of teams) {
    const own = emptied.filter((one) => one.team === team);
    for (let at = 0; at < own.length; at += AT_ONCE) {
      const parcels = own
        .slice(at, at + AT_ONCE)
        .map((one) => ({ author: one.author, device: null, records: [toSent(one)] }));
      await keep(sql, forUpdate, team, parcels);
    }
  }
}

const toSent = (row: Emptied): Sent => {
  const { id, kind, schema_version: schema } = row;
  return { id, kind, schema, ...toStanding(row), text: null };
};
