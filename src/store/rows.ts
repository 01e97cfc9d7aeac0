import type { JsonObject } from '../domain/json.ts';
import type { StoredRecord } from '../domain/record.ts';
import type { Anchoring } from '../domain/target.ts';
import type { Version } from '../domain/version.ts';
import type { Failure } from '../kit/result.ts';
import type { Leaf } from '../search/stored/leaf.ts';
import type { Tongue } from '../search/text/language.ts';
import type { Role } from './role.ts';

/** `[team, id]`; the team is '' for what is kept to oneself. */
export type RecordKey = [team: string, id: string];

/** The index of records by {@link RecordKey}: their rows lie under numbers. */
export const BY_KEY = '[team+id]';

/** The team of what is kept to oneself. */
export const PRIVATE = '';

/** A record as it stands here, with what is derived from it for finding it. Only the record's own fields ever leave. */
export interface RecordRow extends StoredRecord {
  team: string;
  /** 1 where this profile's person wrote it. */
  mine: 0 | 1;
  /** Normalised URL of the target; '' for none. */
  page: string;
  /** Host the target is on; '' for none. */
  site: string;
  created: number;
  /** Id of the record an answer or signal is about; absent for none, which keeps most records out of its index. */
  about?: string;
  /** Set on a signal that says of a record that it is outdated; absent on all others. */
  told?: 1;
  /** Set while a deletion can still be undone: when it becomes final, in ms since 1970. The row shows nowhere. */
  removeAt?: number;
  /** The body as it was kept, where colleagues got it with something hidden. Taken back, it is whole again. */
  own?: JsonObject;
  /** Why the team's server would not take it. */
  refused?: Failure;
  /**
   * A colleague's, which the team's server lost with an old backup and whose author has not brought it back: all of it, or
   * this version of it.
   */
  onlyHere?: 'record' | 'version';
  /**
   * What its row lies under, another with every change; absent before it is written. Above 0 search knows it by that; below there is
   * nothing to find in it.
   */
  number?: number;
}

/** A record that stands: what search knows by a number was read when it was written. */
export const isFindable = ({ number = 0 }: Pick<RecordRow, 'number'>): boolean => number > 0;

/** What is to be pushed; it goes only when the server has taken the version the row named. */
export interface OutboxRow {
  team: string;
  id: string;
  version: Version;
  /** Not pushed before this, in ms since 1970: 0, or the end of an undo. */
  notBefore: number;
}

/** How a passage was last found on its page. Never leaves this device. */
export interface PlaceRow {
  team: string;
  id: string;
  page: string;
  anchoring: Anchoring;
  /** Characters before it on the page, for page order. */
  at: number;
  seen: number;
}

/** A record that is newer than all segments of the search index. */
export interface FreshRow {
  /** Given by the database, ever higher. */
  number?: number;
  tongue: Tongue;
  /** Its terms, as search/stored/fresh-line.ts writes them, */
  line: string;
  /** and of which format of the index these are (search/stored/leaf.ts). */
  format?: number;
}

/** A number that stands in a segment although its record was deleted or written anew. */
export interface GoneRow {
  number: number;
}

/** Formats of segments that nobody reads: one that a merge is writing, and one that it took the place of. */
export const BUILDING = 0;
export const RETIRED = -1;
/** One that stands where another was lost (heal-index.ts): it cannot be read, as one of another version. */
export const LOST = -2;

/** A segment of the search index; format in search/stored/leaf.ts. */
export interface SegmentRow {
  id?: number;
  format: number;
  /** The numbers it covers; segments do not overlap. */
  from: number;
  to: number;
  records: number;
  tongues: Tongue[];
  /** First term of each leaf, a line each. */
  firsts: string;
}

/** Whether searches are to read it, or to know at least that they cannot. */
export const isStanding = ({ format }: SegmentRow): boolean => format !== BUILDING && format !== RETIRED;

export interface LeafRow extends Leaf {
  segment: number;
  at: number;
}

/** What was counted of leaves: `at` is always CENSUS (segment-keys.ts), `i` the number of the first leaf that was counted. */
export interface ListRow {
  segment: number;
  at: number;
  i: number;
  bytes: Uint8Array;
  sum: number;
}

export interface TeamRow {
  id: string;
  name: string;
  /** Address of the server, without a slash at the end. */
  server: string;
  token: string;
  member: { id: string; name: string; role: Role };
  /** '' before the first answer. */
  epoch: string;
  /** `EPOCH.SEQ` to pull after; '' to start from nothing. */
  cursor: string;
  joined: number;
  /** When the last exchange ended well, 0 for never. */
  syncedAt: number;
  /** What stands in the way now. */
  problem?: Failure;
  /** Every deletion up to this place of the feed is known here. */
  swept?: number;
  /** Up to this number lies what was seen before the first page came: it is written once more as it comes in its order. */
  glimpsed?: number;
  /** What is held here is still to be compared with what the server has: see sync/sweep.ts. */
  isSweepDue?: true;
  /** The server was restored or replaced, and its feed is still being read anew. */
  isRestored?: true;
  /** Whether everything came: to be proven at the end of the feed, once more after starting over, or not provable. */
  proof?: 'due' | 'again' | 'failed';
  /** What becomes of one's records, where the server was asked to let this device leave; whether it heard is not known. */
  leaving?: 'leave' | 'take-back';
  /** Exchanges that failed in a row, and when the next is due. */
  misses?: number;
  retryAt?: number;
}

/** A version of one's own that lost against another of one's devices', kept for a while to be looked at. */
export interface LostRow {
  n?: number;
  id: string;
  kind: string;
  schema: number;
  version: Version;
  body: JsonObject;
  /** The whole of it, where colleagues would have got it with something hidden. */
  own?: JsonObject;
  /** When it goes, in ms since 1970; 0 until the next look at the clock. */
  until: number;
}

/** One request that left this browser and what it carried. */
export interface LedgerRow {
  n?: number;
  at: number;
  team: string;
  method: string;
  /** Path without tokens or invites. */
  path: string;
  sent: number;
  received: number;
  records: number;
  status: number;
}

export interface MetaRow {
  key: string;
  value: unknown;
}

/** Who this profile's person is before any team knows them. */
export interface Me {
  author: string;
  device: string;
}
