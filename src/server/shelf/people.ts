import { emptyTally, writeTally } from '../../domain/tally.ts';
import { noteAudit } from './audit.ts';
import { findBearer, findEnded } from './bearer.ts';
import { join } from './joining.ts';
import type { InviteEntry, Shelf, Team } from './shelf.ts';
import type { Database, Row, Sql } from './sql.ts';

const TEAM = 'id, name, epoch, seq, floor, tally';

/** The part of a shelf that keeps people, over SQL. */
export const peopleOver = (
  database: Database,
): Pick<
  Shelf,
  'firstTeam' | 'team' | 'hasOwner' | 'addInvite' | 'endInvites' | 'join' | 'bearer' | 'endedToken' | 'alive'
> => ({
  firstTeam: (team, now) =>
    database.alone(async (sql) => {
      const [standing] = await sql.all<Row & Team>(`select ${TEAM} from teams order by created limit 1`);
      if (standing) return toTeam(standing);
      const tally = writeTally(emptyTally());
      await sql.run('insert into teams (id, name, epoch, seq, created, floor, tally) values (?, ?, ?, ?, ?, 0, ?)', [
        team.id,
        team.name,
        team.epoch,
        team.seq,
        now,
        tally,
      ]);
      return { ...team, floor: 0, tally };
    }),

  async team(id) {
    const [row] = await database.all<Row & Team>(`select ${TEAM} from teams where id = ?`, [id]);
    return row ? toTeam(row) : null;
  },

  async hasOwner(team) {
    const rows = await database.all(
      `select 1 as one from members m join devices d on d.team = m.team and d.member = m.id
        where m.team = ? and m.role = 'owner' and m.removed = 0 and d.ended = 0 limit 1`,
      [team],
    );
    return rows.length > 0;
  },

  addInvite: (invite) => database.write((sql) => addInvite(sql, invite)),

  async endInvites(team, role, now) {
    await database.run('update invites set expires = ? where team = ? and role = ? and expires > ?', [
      now,
      team,
      role,
      now,
    ]);
  },

  join: (asking) => database.write((sql) => join(sql, database.forUpdate, asking)),

  bearer: (team, device) => findBearer(database, team, device),

  endedToken: (team, device) => findEnded(database, team, device),

  async alive(team, devices) {
    const rows = await database.among<Row & { id: string; member: string; ended: number }>(
      'devices',
      'id, member, ended',
      team,
      'id',
      devices,
    );
    const good = rows.filter(({ ended }) => ended === 0);
    const owners = [...new Set(good.map(({ member }) => member))];
    const members = await database.among<Row & { id: string; removed: number }>(
      'members',
      'id, removed',
      team,
      'id',
      owners,
    );
    const there = new Set(members.filter(({ removed }) => removed === 0).map(({ id }) => id));
    return good.filter(({ member }) => there.has(member)).map(({ id }) => id);
  },
});

async function addInvite(sql: Sql, { team, hash, role, uses, expires, member, by, created }: InviteEntry) {
  const text =
    'insert into invites (team, hash, role, uses, expires, member, made_by, created) values (?,?,?,?,?,?,?,?)';
  await sql.run(text, [team, hash, role, uses, expires, member, by, created]);
  await noteAudit(sql, { team, at: created, member: by, what: `invite ${role}`, subject: member });
}

const toTeam = ({ id, name, epoch, seq, floor, tally }: Team): Team => ({ id, name, epoch, seq, floor, tally });
