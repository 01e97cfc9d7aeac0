import type { Role } from '../../wire/sync.ts';
import { noteAudit } from './audit.ts';
import { emptyRecordsOf } from './departures.ts';
import type { Act, AuditEntry, DeviceEntry, MemberEntry, Shelf } from './shelf.ts';
import type { Database, Row, Sql } from './sql.ts';

const MEMBER = `select m.id, m.name, m.role, m.created as joined, count(d.id) as devices
  from members m left join devices d on d.team = m.team and d.member = m.id and d.ended = 0`;
const BY_MEMBER = 'group by m.id, m.name, m.role, m.created order by m.created, m.id';

type Administration = Pick<
  Shelf,
  'noteSeen' | 'devices' | 'endDevice' | 'members' | 'member' | 'setRole' | 'removeMember' | 'erase' | 'audit'
>;

/** The part of a shelf for those in charge and for looking after one's own devices, over SQL. */
export const administrationOver = (database: Database): Administration => ({
  async noteSeen(team, device, now) {
    await database.run('update devices set seen = ? where team = ? and id = ?', [now, team, device]);
  },

  async devices(team, member) {
    const text = `select id, name, created, seen from devices where team = ? and member = ? and ended = 0
      order by created, id`;
    return (await database.all<Row & DeviceEntry>(text, [team, member])).map(toDevice);
  },

  endDevice: (act, member, device) =>
    database.write(async (sql) => {
      await holdTeam(sql, database.forUpdate, act.team);
      const ended = await sql.run(
        'update devices set ended = ? where team = ? and member = ? and id = ? and ended = 0',
        [act.now, act.team, member, device],
      );
      if (ended > 0) await note(sql, act, 'end device', device);
      return ended > 0;
    }),

  async members(team) {
    const text = `${MEMBER} where m.team = ? and m.removed = 0 ${BY_MEMBER}`;
    return (await database.all<Row & MemberEntry>(text, [team])).map(toMember);
  },

  async member(team, id) {
    const text = `${MEMBER} where m.team = ? and m.id = ? and m.removed = 0 ${BY_MEMBER}`;
    const [row] = await database.all<Row & MemberEntry>(text, [team, id]);
    return row ? toMember(row) : null;
  },

  setRole: (act, member, role) =>
    database.write(async (sql) => {
      await holdTeam(sql, database.forUpdate, act.team);
      await sql.run('update members set role = ? where team = ? and id = ?', [role, act.team, member]);
      await note(sql, act, `role ${role}`, member);
    }),

  removeMember: (act, member) => database.write((sql) => remove(sql, database.forUpdate, act, member, 'remove')),

  erase: (act, member) =>
    database.write(async (sql) => {
      const ended = await remove(sql, database.forUpdate, act, member, 'erase');
      await eraseContent(sql, database.forUpdate, act, member);
      return ended;
    }),

  async audit(team, limit) {
    const text = 'select at, member, what, subject from audit where team = ? order by at desc, id desc limit ?';
    const rows = await database.all<Row & AuditEntry>(text, [team, limit]);
    return rows.map(({ at, member, what, subject }) => ({ at, member, what, subject }));
  },
});

/**
 * Where several write at once, waits for the push that is being written: when this is answered, nothing comes any more of who may
 * not write from now on. First of all, as in leaving, or two that wait for each other would both wait in vain.
 */
async function holdTeam(sql: Sql, forUpdate: string, team: string): Promise<void> {
  if (forUpdate !== '') await sql.all(`select seq from teams where id = ?${forUpdate}`, [team]);
}

async function remove(sql: Sql, forUpdate: string, act: Act, member: string, what: string): Promise<string[]> {
  const { team, now } = act;
  await holdTeam(sql, forUpdate, team);
  const devices = await sql.all<Row & { id: string }>(
    'select id from devices where team = ? and member = ? and ended = 0 order by id',
    [team, member],
  );
  await sql.run('update devices set ended = ? where team = ? and member = ? and ended = 0', [now, team, member]);
  await sql.run('update members set removed = ? where team = ? and id = ? and removed = 0', [now, team, member]);
  await sql.run('update invites set expires = ? where team = ? and member = ? and expires > ?', [
    now,
    team,
    member,
    now,
  ]);
  await note(sql, act, what, member);
  return devices.map(({ id }) => id);
}

/** Takes away what a member wrote and is called, and notes that it is to stay away. */
export async function eraseContent(sql: Sql, forUpdate: string, { team, now }: Act, member: string): Promise<void> {
  await emptyRecordsOf(sql, forUpdate, { team, member, now, isFinal: true });
  await sql.run("update members set name = '', removed = ? where team = ? and id = ?", [now, team, member]);
  await sql.run("update devices set name = '', ended = ? where team = ? and member = ?", [now, team, member]);
  await sql.upsert('erasures', ['team', 'member'], ['team', 'member', 'at'], [[team, member, now]]);
}

const note = (sql: Sql, { team, by, now }: Act, what: string, subject: string): Promise<void> =>
  noteAudit(sql, { team, at: now, member: by, what, subject });

const toDevice = ({ id, name, created, seen }: DeviceEntry): DeviceEntry => ({ id, name, created, seen });

const toMember = ({ id, name, role, joined, devices }: MemberEntry): MemberEntry => ({
  id,
  name,
  role: role as Role,
  joined,
  devices: Number(devices),
});
