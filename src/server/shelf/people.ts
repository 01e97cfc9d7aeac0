import { createId } from '../../kit/id.ts';
import { fail, ok, type Result } from '../../kit/result.ts';
import type { Role } from '../../wire/sync.ts';
import type { Asking, Bearer, InviteEntry, Shelf, Team } from './shelf.ts';
import type { Database, Row, Sql } from './sql.ts';

interface BearerRow extends Row {
  team: string;
  team_name: string;
  epoch: string;
  seq: number;
  member: string;
  name: string;
  role: string;
  device: string;
  token_hash: string;
}

const BEARER = `select t.id as team, t.name as team_name, t.epoch, t.seq, m.id as member, m.name, m.role,
    d.id as device, d.token_hash
  from devices d
  join members m on m.team = d.team and m.id = d.member
  join teams t on t.id = d.team
  where d.team = ? and d.id = ? and d.ended = 0 and m.removed = 0`;

/** The part of a shelf that keeps people, over SQL. */
export const peopleOver = (
  database: Database,
): Pick<Shelf, 'firstTeam' | 'team' | 'hasOwner' | 'addInvite' | 'endInvites' | 'join' | 'bearer' | 'alive'> => ({
  firstTeam: (team, now) =>
    database.alone(async (sql) => {
      const [standing] = await sql.all<Row & Team>('select id, name, epoch, seq from teams order by created limit 1');
      if (standing) return toTeam(standing);
      await sql.run('insert into teams (id, name, epoch, seq, created) values (?, ?, ?, ?, ?)', [
        team.id,
        team.name,
        team.epoch,
        team.seq,
        now,
      ]);
      return team;
    }),

  async team(id) {
    const [row] = await database.all<Row & Team>('select id, name, epoch, seq from teams where id = ?', [id]);
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

  async bearer(team, device) {
    const [row] = await database.all<BearerRow>(BEARER, [team, device]);
    return row ? toBearer(row) : null;
  },

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

async function addInvite(sql: Sql, { team, hash, role, uses, expires, member, by, created }: InviteEntry) {
  const text =
    'insert into invites (team, hash, role, uses, expires, member, made_by, created) values (?,?,?,?,?,?,?,?)';
  await sql.run(text, [team, hash, role, uses, expires, member, by, created]);
  await noteAudit(sql, { team, at: created, member: by, what: `invite ${role}`, subject: member });
}

async function join(sql: Sql, forUpdate: string, asking: Asking): Promise<Result<Bearer>> {
  const { team, inviteHash, keyHash, tokenHash, now } = asking;
  const [invite] = await sql.all<Row & { role: Role; uses: number; expires: number; member: string }>(
    `select role, uses, expires, member from invites where team = ? and hash = ?${forUpdate}`,
    [team, inviteHash],
  );
  if (!invite || invite.expires <= now) return fail('invite-ended');
  const [before] = await sql.all<Row & { device: string }>(
    'select device from joins where team = ? and invite = ? and key_hash = ?',
    [team, inviteHash, keyHash],
  );
  if (before) {
    await sql.run('update devices set token_hash = ? where team = ? and id = ?', [tokenHash, team, before.device]);
    return bearerOf(sql, team, before.device);
  }
  if (invite.uses <= 0) return fail('invite-ended');
  await sql.run('update invites set uses = uses - 1 where team = ? and hash = ?', [team, inviteHash]);
  const member = invite.member === '' ? await addMember(sql, asking, invite.role) : invite.member;
  await addDevice(sql, asking, member);
  return bearerOf(sql, team, asking.device.id);
}

async function addMember(sql: Sql, { team, member, now }: Asking, role: Role): Promise<string> {
  const text = 'insert into members (team, id, name, role, created, removed) values (?, ?, ?, ?, ?, 0)';
  await sql.run(text, [team, member.id, member.name, role, now]);
  return member.id;
}

async function addDevice(sql: Sql, { team, inviteHash, keyHash, device, tokenHash, now }: Asking, member: string) {
  await sql.run(
    'insert into devices (team, id, member, name, token_hash, created, seen, ended) values (?, ?, ?, ?, ?, ?, ?, 0)',
    [team, device.id, member, device.name, tokenHash, now, now],
  );
  await sql.run('insert into joins (team, invite, key_hash, member, device) values (?, ?, ?, ?, ?)', [
    team,
    inviteHash,
    keyHash,
    member,
    device.id,
  ]);
  await noteAudit(sql, { team, at: now, member, what: 'join', subject: device.id });
}

async function bearerOf(sql: Sql, team: string, device: string): Promise<Result<Bearer>> {
  const [row] = await sql.all<BearerRow>(BEARER, [team, device]);
  return row ? ok(toBearer(row)) : fail('invite-ended');
}

const toTeam = ({ id, name, epoch, seq }: Team): Team => ({ id, name, epoch, seq });

const toBearer = (row: BearerRow): Bearer => ({
  team: { id: row.team, name: row.team_name, epoch: row.epoch, seq: row.seq },
  member: { id: row.member, name: row.name, role: row.role as Role },
  device: row.device,
  tokenHash: row.token_hash,
});
