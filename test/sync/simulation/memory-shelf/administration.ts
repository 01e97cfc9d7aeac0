import type { Act, AuditEntry, DeviceEntry, MemberEntry } from '../../../../src/server/shelf/shelf.ts';
import type { Role } from '../../../../src/wire/sync.ts';
import { emptyRecordsOf } from './records.ts';
import type { DeviceState, MemberState, State, TeamState } from './state.ts';

const order = (a: { created: number; id: string }, b: { created: number; id: string }): number =>
  a.created - b.created || (a.id < b.id ? -1 : 1);

/** The part of a shelf in memory for those in charge. */
export const administrationIn = (state: () => State) => {
  const find = (team: string): TeamState | undefined => state().teams.get(team);
  const devicesOf = (id: string, member: string): DeviceState[] =>
    [...(find(id)?.devices.values() ?? [])].filter((one) => one.member === member && one.ended === 0).sort(order);
  const toEntry = (team: string, { removed: _, ...member }: MemberState): MemberEntry => ({
    ...member,
    devices: devicesOf(team, member.id).length,
  });
  const note = ({ team, by, now }: Act, what: string, subject: string): void => {
    find(team)?.audit.push({ at: now, member: by, what, subject });
  };
  const remove = (act: Act, member: string, what: string): string[] => {
    const team = find(act.team);
    const ended = devicesOf(act.team, member);
    for (const device of ended) device.ended = act.now;
    const own = team?.members.get(member);
    if (own && own.removed === 0) own.removed = act.now;
    for (const invite of team?.invites.values() ?? []) {
      if (invite.member === member && invite.expires > act.now) invite.expires = act.now;
    }
    note(act, what, member);
    return ended.map(({ id }) => id).sort();
  };
  return {
    noteSeen(team: string, device: string, now: number): void {
      const own = find(team)?.devices.get(device);
      if (own) own.seen = now;
    },
    devices: (team: string, member: string): DeviceEntry[] =>
      devicesOf(team, member).map(({ id, name, created, seen }) => ({ id, name, created, seen })),
    endDevice(act: Act, member: string, id: string): boolean {
      const device = devicesOf(act.team, member).find((one) => one.id === id);
      if (!device) return false;
      device.ended = act.now;
      note(act, 'end device', id);
      return true;
    },
    members: (team: string): MemberEntry[] =>
      [...(find(team)?.members.values() ?? [])]
        .filter(({ removed }) => removed === 0)
        .sort((a, b) => order({ created: a.joined, id: a.id }, { created: b.joined, id: b.id }))
        .map((one) => toEntry(team, one)),
    member(team: string, id: string): MemberEntry | null {
      const own = find(team)?.members.get(id);
      return own && own.removed === 0 ? toEntry(team, own) : null;
    },
    setRole(act: Act, member: string, role: Role): void {
      const own = find(act.team)?.members.get(member);
      if (own) own.role = role;
      note(act, `role ${role}`, member);
    },
    removeMember: (act: Act, member: string): string[] => remove(act, member, 'remove'),
    erase(act: Act, member: string): string[] {
      const ended = remove(act, member, 'erase');
      const team = find(act.team);
      if (team) emptyRecordsOf(team, member, act.now, true);
      const own = team?.members.get(member);
      if (own) own.name = '';
      return ended;
    },
    audit: (team: string, limit: number): AuditEntry[] => [...(find(team)?.audit ?? [])].reverse().slice(0, limit),
  };
};
