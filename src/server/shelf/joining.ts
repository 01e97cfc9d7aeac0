import { fail, ok, type Result } from '../../kit/result.ts';
import type { Role } from '../../wire/sync.ts';
import { noteAudit } from './audit.ts';
import { findBearer } from './bearer.ts';
import type { Asking, Bearer } from './shelf.ts';
import type { Row, Sql } from './sql.ts';

/** Lets someone in, once for each invite and key. */
export async function join(sql: Sql, forUpdate: string, asking: Asking): Promise<Result<Bearer>> {
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
    return foundOr(await findBearer(sql, team, before.device));
  }
  if (invite.uses <= 0) return fail('invite-ended');
  await sql.run('update invites set uses = uses - 1 where team = ? and hash = ?', [team, inviteHash]);
  const member = invite.member === '' ? await addMember(sql, asking, invite.role) : invite.member;
  await addDevice(sql, asking, member);
  return foundOr(await findBearer(sql, team, asking.device.id));
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

const foundOr = (bearer: Bearer | null): Result<Bearer> => (bearer ? ok(bearer) : fail('invite-ended'));
