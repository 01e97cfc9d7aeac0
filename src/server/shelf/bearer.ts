import type { Role } from '../../wire/sync.ts';
import type { Bearer } from './shelf.ts';
import type { Row, Sql } from './sql.ts';

interface BearerRow extends Row {
  team: string;
  team_name: string;
  epoch: string;
  seq: number;
  floor: number;
  tally: string;
  member: string;
  name: string;
  role: string;
  device: string;
  token_hash: string;
}

const BEARER = `select t.id as team, t.name as team_name, t.epoch, t.seq, t.floor, t.tally, m.id as member, m.name, m.role,
    d.id as device, d.token_hash
  from devices d
  join members m on m.team = d.team and m.id = d.member
  join teams t on t.id = d.team
  where d.team = ? and d.id = ? and d.ended = 0 and m.removed = 0`;

/** Who a device's token speaks for; null where it ended or its member was removed. */
export async function findBearer(sql: Sql, team: string, device: string): Promise<Bearer | null> {
  const [row] = await sql.all<BearerRow>(BEARER, [team, device]);
  return row ? toBearer(row) : null;
}

/** The token hash of a device that is good no more. */
export async function findEnded(sql: Sql, team: string, device: string): Promise<string | null> {
  const [row] = await sql.all<Row & { token_hash: string }>(
    `select d.token_hash from devices d join members m on m.team = d.team and m.id = d.member
      where d.team = ? and d.id = ? and (d.ended > 0 or m.removed > 0)`,
    [team, device],
  );
  return row?.token_hash ?? null;
}

const toBearer = (row: BearerRow): Bearer => ({
  team: { id: row.team, name: row.team_name, epoch: row.epoch, seq: row.seq, floor: row.floor, tally: row.tally },
  member: { id: row.member, name: row.name, role: row.role as Role },
  device: row.device,
  tokenHash: row.token_hash,
});
