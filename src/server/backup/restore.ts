import { createId } from '../../kit/id.ts';
import { eraseContent } from '../shelf/administration.ts';
import { withdraw } from '../shelf/departures.ts';
import type { Database, Row, Sql } from '../shelf/sql.ts';
import { type Emptied, emptyAgain, readEmptied } from './empty-again.ts';
import { NotABackup, readBackup } from './read-backup.ts';
import { tables } from './tables.ts';

const ROWS_AT_ONCE = 200;

/**
 * Puts everything back as it was when the backup was made, in one transaction, and gives every team a new epoch: devices
 * then start over and bring what they wrote since. What ended since stays ended (tokens, memberships, invites), whom the
 * server has erased it erases again, and what was taken back by leaving is taken back again. Gives the number of rows. Throws `NotABackup`.
 */
export function restore(database: Database, file: string, now: number): Promise<number> {
  return database.write(async (sql) => {
    const ended = await readEnded(sql);
    for (const { name } of tables) await sql.run(`delete from ${name}`);
    const rows = await insertAll(sql, file);
    for (const { id } of await sql.all<Row & { id: string }>('select id from teams')) {
      await sql.run('update teams set epoch = ? where id = ?', [createId(), id]);
    }
    await endAgain(sql, ended);
    await emptyAgain(sql, database.forUpdate, ended.emptied);
    await eraseAgain(sql, database.forUpdate, ended.erasures, now);
    await withdrawAgain(sql, database.forUpdate, ended.withdrawals, now);
    return rows;
  });
}

async function insertAll(sql: Sql, file: string): Promise<number> {
  let count = 0;
  let waiting: { table: string; rows: Row[] } = { table: '', rows: [] };
  const flush = async () => {
    const [first] = waiting.rows;
    const key = tables.find(({ name }) => name === waiting.table)?.key;
    if (!first) return;
    if (!key) throw new NotABackup(`${file} has a table "${waiting.table}" that is not known.`);
    const columns = Object.keys(first);
    const values = waiting.rows.map((row) => columns.map((column) => row[column] ?? null));
    await sql.upsert(waiting.table, key, columns, values);
  };
  for await (const [table, row] of readBackup(file)) {
    if (table !== waiting.table || waiting.rows.length >= ROWS_AT_ONCE) {
      await flush();
      waiting = { table, rows: [] };
    }
    waiting.rows.push(row);
    count++;
  }
  await flush();
  return count;
}

interface Ended {
  devices: (Row & { team: string; id: string; ended: number })[];
  members: (Row & { team: string; id: string; removed: number })[];
  invites: (Row & { team: string; hash: string; uses: number; expires: number })[];
  erasures: (Row & { team: string; member: string })[];
  withdrawals: Withdrawal[];
  emptied: Emptied[];
}

type Withdrawal = Row & { team: string; member: string; at: number };

/** What stood in the database that is being replaced and must not come back to life. */
const readEnded = async (sql: Sql): Promise<Ended> => ({
  devices: await sql.all('select team, id, ended from devices where ended > 0'),
  members: await sql.all('select team, id, removed from members where removed > 0'),
  invites: await sql.all('select team, hash, uses, expires from invites'),
  erasures: await sql.all('select team, member from erasures'),
  withdrawals: await sql.all('select team, member, at from withdrawals'),
  emptied: await readEmptied(sql),
});

async function endAgain(sql: Sql, { devices, members, invites }: Ended): Promise<void> {
  for (const { team, id, ended } of devices) {
    await sql.run('update devices set ended = ? where team = ? and id = ?', [ended, team, id]);
  }
  for (const { team, id, removed } of members) {
    await sql.run('update members set removed = ? where team = ? and id = ?', [removed, team, id]);
  }
  for (const { team, hash, uses, expires } of invites) {
    const text = 'update invites set uses = ?, expires = ? where team = ? and hash = ? and (uses > ? or expires > ?)';
    await sql.run(text, [uses, expires, team, hash, uses, expires]);
  }
}

async function eraseAgain(sql: Sql, forUpdate: string, before: Ended['erasures'], now: number): Promise<void> {
  const inBackup = await sql.all<Row & { team: string; member: string }>('select team, member from erasures');
  for (const { team, member } of [...before, ...inBackup]) {
    await eraseContent(sql, forUpdate, { team, by: '', now }, member);
  }
}

/** Only what was taken back after the backup was made: what its member shared again since then is not to go. */
async function withdrawAgain(sql: Sql, forUpdate: string, before: Withdrawal[], now: number): Promise<void> {
  const inBackup = await sql.all<Withdrawal>('select team, member, at from withdrawals');
  const known = new Set(inBackup.map(({ team, member, at }) => `${team} ${member} ${at}`));
  for (const { team, member, at } of before) {
    if (!known.has(`${team} ${member} ${at}`)) await withdraw(sql, forUpdate, { team, member, now });
  }
}
