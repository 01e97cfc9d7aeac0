import { createId } from '../../kit/id.ts';
import type { Sql } from './sql.ts';

/** Notes that something happened with people or tokens; never what a record says. */
export async function noteAudit(
  sql: Sql,
  entry: { team: string; at: number; member: string; what: string; subject: string },
): Promise<void> {
  const { team, at, member, what, subject } = entry;
  await sql.run('insert into audit (team, id, at, member, what, subject) values (?, ?, ?, ?, ?, ?)', [
    team,
    createId(),
    at,
    member,
    what,
    subject,
  ]);
}
