import type { StoredRecord } from '../../domain/record.ts';
import type { Result } from '../../kit/result.ts';
import type { Role, Verdict } from '../../wire/sync.ts';
import type { FanOut } from './fan-out.ts';

/** A team that is to be made. `seq` is that of its latest change. */
export interface NewTeam {
  id: string;
  name: string;
  epoch: string;
  seq: number;
}

/** A team as it stands. */
export interface Team extends NewTeam {
  /** Deletions up to this place of the feed are no longer in it. */
  floor: number;
  /** Over what is not deleted, as domain/tally.ts writes it. */
  tally: string;
}

/** Who a token speaks for. */
export interface Bearer {
  team: Team;
  member: { id: string; name: string; role: Role };
  device: string;
  /** SHA-256 of the token's secret. */
  tokenHash: string;
}

export interface InviteEntry {
  team: string;
  /** SHA-256 of the invite's secret. */
  hash: string;
  role: Role;
  uses: number;
  expires: number;
  /** The member who may use it for one more device; '' makes a new member. */
  member: string;
  /** Member who made it, '' for the server itself. */
  by: string;
  created: number;
}

/** Someone stands at the door with an invite. `member` and `device` are the ids they get unless they joined before. */
export interface Asking {
  team: string;
  inviteHash: string;
  /** SHA-256 of the key the device made: the same invite and key again is the same joining. */
  keyHash: string;
  member: { id: string; name: string };
  device: { id: string; name: string };
  tokenHash: string;
  now: number;
}

/** A record that was sent. Its body is the JSON text that is stored and travels: nobody here reads it again. */
export interface Sent extends Omit<StoredRecord, 'body'> {
  text: string | null;
}

/** Records that one member sent, to be judged in order. From a `device`: only while its token is good, and its member may write. */
export interface Parcel {
  author: string;
  /** Null where it is not sent: a restored backup's. */
  device: string | null;
  records: Sent[];
}

/** Why a parcel was not taken: its device or member was ended, or may only read. */
export type Barred = 'ended' | 'not-allowed';

/** Records in the order of their change. */
export interface Page {
  records: Sent[];
  /** Seq of the last one, or where the reading began. */
  seq: number;
  more: boolean;
}

/** The same as the JSON of `columnsSchema`, to be spliced into an answer. */
export interface ColumnPage extends Omit<Page, 'records'> {
  json: Uint8Array;
}

/** Of some ids: those deleted for good, and those the team never had (or lost, where a backup was restored). */
export interface Fates {
  gone: string[];
  unknown: string[];
}

export interface DeviceEntry {
  id: string;
  name: string;
  created: number;
  /** When it last asked for something, to the hour. */
  seen: number;
}

export interface MemberEntry {
  id: string;
  name: string;
  role: Role;
  joined: number;
  /** How many devices have a good token. */
  devices: number;
}

export interface AuditEntry {
  at: number;
  member: string;
  what: string;
  subject: string;
}

/** Who does something to whom, for the audit log. */
export interface Act {
  team: string;
  by: string;
  now: number;
}

export interface Leaving {
  team: string;
  member: string;
  device: string;
  takeBack: boolean;
  now: number;
}

/**
 * Where a server keeps its teams. Each call is one transaction: durable when it answers, or not done at all. Everything
 * is kept and asked for by team first, so that no question can reach into another and a large server can be split by it.
 * Every implementation passes the same suite, `test/server/shelf/conformance.ts`.
 */
export interface Shelf {
  /** The first team, made from this where there is none yet. */
  firstTeam(team: NewTeam, now: number): Promise<Team>;
  team(id: string): Promise<Team | null>;
  /** Whether someone who is in charge can still speak. */
  hasOwner(team: string): Promise<boolean>;

  addInvite(invite: InviteEntry): Promise<void>;
  /** Ends the invites of a role that are still open. */
  endInvites(team: string, role: Role, now: number): Promise<void>;
  /** Lets someone in. Fails with `invite-ended`: unknown, used up or too old, which are not told apart. */
  join(asking: Asking): Promise<Result<Bearer>>;
  /** Null: no such token, ended, or of a member who was removed. */
  bearer(team: string, device: string): Promise<Bearer | null>;
  /** The token hash of a device that was ended, or whose member was removed; null where there is none. */
  endedToken(team: string, device: string): Promise<string | null>;
  /** Ends the device's token and, with `takeBack`, unshares what the member wrote. */
  leave(leaving: Leaving): Promise<void>;
  /** Whether this device's token ended when its member took everything back, or before they did. */
  hasWithdrawn(team: string, device: string): Promise<boolean>;

  /** Judges and keeps what members sent; the verdicts come parcel by parcel, in their order. */
  push(team: string, parcels: Parcel[]): Promise<(Verdict[] | Barred)[]>;
  /** What changed after `seq`, at most `limit`; deletions up to the place `swept` are known to who asks and left out. */
  pull(team: string, seq: number, limit: number, swept?: number): Promise<Page>;
  /** What {@link Shelf.pull} gives, in columns. */
  columns(team: string, seq: number, limit: number, swept?: number): Promise<ColumnPage>;
  /** The latest records that have a body. */
  newest(team: string, limit: number): Promise<Page>;
  /** What became of records that someone holds. */
  fates(team: string, ids: string[]): Promise<Fates>;
  /**
   * Takes deletions out of the feeds that are older than `keepMs`; only their ids are remembered. To be called now and
   * then: how old something is goes by the times it was called.
   */
  compact(now: number, keepMs: number): Promise<void>;

  /** Notes that a device was here; at most once an hour is enough. */
  noteSeen(team: string, device: string, now: number): Promise<void>;
  /** A member's devices with a good token, oldest first. */
  devices(team: string, member: string): Promise<DeviceEntry[]>;
  /** Ends a token of a member's; false where they have no such device. */
  endDevice(act: Act, member: string, device: string): Promise<boolean>;
  /** Everyone who is in the team, oldest first. */
  members(team: string): Promise<MemberEntry[]>;
  member(team: string, id: string): Promise<MemberEntry | null>;
  setRole(act: Act, member: string, role: Role): Promise<void>;
  /** Ends membership and all tokens; gives the devices that had one. What was shared stays. */
  removeMember(act: Act, member: string): Promise<string[]>;
  /** Removes, and takes name and bodies away for good; noted so that a restored backup forgets them again. */
  erase(act: Act, member: string): Promise<string[]>;
  /** The latest entries, newest first. */
  audit(team: string, limit: number): Promise<AuditEntry[]>;
  /** Everything a member wrote, in the order of change. */
  recordsOf(team: string, author: string): Promise<Sent[]>;
  /** Which of these devices still have a good token. */
  alive(team: string, devices: string[]): Promise<string[]>;
  /** Connects this node to the others on the same database; `hear` gets what they announce. */
  fanOut(hear: (word: string) => void): Promise<FanOut>;

  /** Answers when the database does. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
