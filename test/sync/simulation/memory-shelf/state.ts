import { emptyTally, type Tally } from '../../../../src/domain/tally.ts';
import type { InviteEntry, NewTeam, Sent } from '../../../../src/server/shelf/shelf.ts';
import type { Role } from '../../../../src/wire/sync.ts';

export interface MemberState {
  id: string;
  name: string;
  role: Role;
  joined: number;
  removed: number;
}

export interface DeviceState {
  id: string;
  member: string;
  name: string;
  tokenHash: string;
  created: number;
  seen: number;
  ended: number;
}

export type Placed = Sent & { seq: number };

/** Everything a server keeps of one team. */
export interface TeamState extends NewTeam {
  floor: number;
  tally: Tally;
  members: Map<string, MemberState>;
  devices: Map<string, DeviceState>;
  invites: Map<string, InviteEntry>;
  /** Device by invite and key. */
  joins: Map<string, string>;
  records: Map<string, Placed>;
  graves: Set<string>;
  /** When a member last took everything back by leaving. */
  withdrawals: Map<string, number>;
  days: { at: number; seq: number }[];
  audit: { at: number; member: string; what: string; subject: string }[];
}

/** What is on the disk: to be copied as a whole by whoever makes a backup. */
export interface State {
  teams: Map<string, TeamState>;
}

export const emptyState = (): State => ({ teams: new Map() });

export const newTeamState = (team: NewTeam): TeamState => ({
  ...team,
  floor: 0,
  tally: emptyTally(),
  members: new Map(),
  devices: new Map(),
  invites: new Map(),
  joins: new Map(),
  records: new Map(),
  graves: new Set(),
  withdrawals: new Map(),
  days: [],
  audit: [],
});

/** A device whose token is good. */
export function goodDevice(team: TeamState | undefined, id: string): DeviceState | undefined {
  const device = team?.devices.get(id);
  const member = device && team?.members.get(device.member);
  return device && member && device.ended === 0 && member.removed === 0 ? device : undefined;
}
