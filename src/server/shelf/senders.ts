import type { Role } from '../../wire/sync.ts';
import type { Barred, Parcel } from './shelf.ts';
import type { Row, Sql } from './sql.ts';

const GOOD = `(select d.team, d.id, m.role from devices d join members m on m.team = d.team and m.id = d.member
  where d.ended = 0 and m.removed = 0) senders`;

/**
 * Which of the parcels' devices may not write, or not any more. To be asked while the team's counter is held, which whoever removes
 * or erases holds as well: that member adds nothing to the feed after that, however long their push had waited.
 */
export async function findBarred(sql: Sql, team: string, parcels: Parcel[]): Promise<Map<string, Barred>> {
  const devices = [...new Set(parcels.flatMap(({ device }) => device ?? []))];
  if (devices.length === 0) return new Map();
  const rows = await sql.among<Row & { id: string; role: Role }>(GOOD, 'id, role', team, 'id', devices);
  const roles = new Map(rows.map(({ id, role }) => [id, role]));
  return new Map(devices.flatMap((one): [string, Barred][] => bar(one, roles.get(one))));
}

const bar = (device: string, role: Role | undefined): [string, Barred][] => {
  if (role === undefined) return [[device, 'ended']];
  return role === 'reader' ? [[device, 'not-allowed']] : [];
};
