import { writeTally } from '../../../../src/domain/tally.ts';
import { fail, ok, type Result } from '../../../../src/kit/result.ts';
import type { Asking, Bearer, InviteEntry, Leaving, NewTeam, Team } from '../../../../src/server/shelf/shelf.ts';
import type { Role } from '../../../../src/wire/sync.ts';
import { emptyRecordsOf } from './records.ts';
import { goodDevice, newTeamState, type State, type TeamState } from './state.ts';

export const toTeam = ({ id, name, epoch, seq, floor, tally }: TeamState): Team => ({
  id,
  name,
  epoch,
  seq,
  floor,
  tally: writeTally(tally),
});

/** The part of a shelf in memory that keeps people. */
export const peopleIn = (state: () => State) => {
  const find = (team: string): TeamState | undefined => state().teams.get(team);
  const bearer = (id: string, deviceId: string): Bearer | null => {
    const team = find(id);
    const device = goodDevice(team, deviceId);
    const member = device && team?.members.get(device.member);
    if (!team || !device || !member) return null;
    const { name, role } = member;
    return { team: toTeam(team), member: { id: member.id, name, role }, device: deviceId, tokenHash: device.tokenHash };
  };
  return {
    bearer,
    firstTeam(team: NewTeam): Team {
      const [standing] = state().teams.values();
      if (standing) return toTeam(standing);
      const made = newTeamState(team);
      state().teams.set(team.id, made);
      return toTeam(made);
    },
    team(id: string): Team | null {
      const team = find(id);
      return team ? toTeam(team) : null;
    },
    hasOwner(id: string): boolean {
      const team = find(id);
      const devices = [...(team?.devices.values() ?? [])].filter((one) => goodDevice(team, one.id));
      return devices.some(({ member }) => team?.members.get(member)?.role === 'owner');
    },
    addInvite(invite: InviteEntry): void {
      const team = find(invite.team);
      team?.invites.set(invite.hash, { ...invite });
      team?.audit.push({
        at: invite.created,
        member: invite.by,
        what: `invite ${invite.role}`,
        subject: invite.member,
      });
    },
    endInvites(id: string, role: Role, now: number): void {
      for (const invite of find(id)?.invites.values() ?? []) {
        if (invite.role === role && invite.expires > now) invite.expires = now;
      }
    },
    join(asking: Asking): Result<Bearer> {
      const team = find(asking.team);
      const invite = team?.invites.get(asking.inviteHash);
      if (!team || !invite || invite.expires <= asking.now) return fail('invite-ended');
      const device = letIn(team, invite, asking);
      const joined = device === null ? null : bearer(team.id, device);
      return joined ? ok(joined) : fail('invite-ended');
    },
    endedToken(id: string, deviceId: string): string | null {
      const team = find(id);
      const device = team?.devices.get(deviceId);
      return device && !goodDevice(team, deviceId) ? device.tokenHash : null;
    },
    leave({ team: id, member, device, takeBack, now }: Leaving): void {
      const team = find(id);
      if (!team) return;
      if (takeBack) {
        emptyRecordsOf(team, member, now, false);
        team.withdrawals.set(member, now);
      }
      const own = team.devices.get(device);
      if (own && own.ended === 0) own.ended = now;
      team.audit.push({ at: now, member, what: 'leave', subject: device });
    },
    hasWithdrawn(id: string, deviceId: string): boolean {
      const device = find(id)?.devices.get(deviceId);
      const at = device && find(id)?.withdrawals.get(device.member);
      return device !== undefined && at !== undefined && device.ended > 0 && at >= device.ended;
    },
    alive: (id: string, devices: string[]): string[] => devices.filter((one) => goodDevice(find(id), one)),
  };
};

/** Gives the device that joins, or joined before with the same key; null where nobody may any more. */
function letIn(team: TeamState, invite: InviteEntry, asking: Asking): string | null {
  const { inviteHash, keyHash, device, tokenHash, now } = asking;
  const before = team.joins.get(`${inviteHash} ${keyHash}`);
  const known = before === undefined ? undefined : team.devices.get(before);
  if (known) {
    known.tokenHash = tokenHash;
    return known.id;
  }
  if (invite.uses <= 0) return null;
  invite.uses -= 1;
  const member = invite.member || asking.member.id;
  if (!invite.member) team.members.set(member, { ...asking.member, role: invite.role, joined: now, removed: 0 });
  team.devices.set(device.id, { ...device, member, tokenHash, created: now, seen: now, ended: 0 });
  team.joins.set(`${inviteHash} ${keyHash}`, device.id);
  team.audit.push({ at: now, member, what: 'join', subject: device.id });
  return device.id;
}
