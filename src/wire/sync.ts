/**
 * # The sync protocol, version 1
 *
 * A member's devices and a team server exchange records over HTTP with JSON bodies. Every address is below `/v1` of
 * the server. Every call but `join` and `about` carries `Authorization: Bearer <token>`; the token names the device,
 * through it the member, the role and the team, so none of them is ever said in a body or a path. No cookies.
 *
 * | call | says | answers |
 * | --- | --- | --- |
 * | `GET  /v1/about` | | {@link aboutSchema}: what kind of server this is |
 * | `POST /v1/join` | {@link joinSchema} | {@link joinedSchema}: the device's token |
 * | `GET  /v1/me` | | {@link meSchema} |
 * | `POST /v1/push` | {@link pushSchema}, gzip allowed | {@link pushedSchema}: one verdict for each record |
 * | `GET  /v1/pull?after=CURSOR&limit=N&swept=SEQ&form=columns` | | {@link pulledSchema} |
 * | `POST /v1/sweep` | {@link sweepSchema} | {@link sweptSchema}: which of these records are no more |
 * | `GET  /v1/live?after=CURSOR` | | server-sent events: `news` carries {@link newsSchema}, `poke` says pull, `gone` says the token ended |
 * | `POST /v1/invites` | {@link inviteSchema} | {@link invitedSchema} |
 * | `GET  /v1/devices` | | {@link devicesSchema}: one's own |
 * | `POST /v1/devices/end` | {@link endDeviceSchema} | `{}`; its token ends and its streams close |
 * | `GET  /v1/members` | | {@link membersSchema}, for owners and admins |
 * | `POST /v1/members/role` | {@link setRoleSchema} | `{}` |
 * | `POST /v1/members/remove` | {@link removeMemberSchema} | `{}`; what they shared stays |
 * | `GET  /v1/audit` | | {@link auditSchema}, for owners and admins: who joined, left, was invited; never what was written |
 * | `GET  /v1/export` | | {@link exportedSchema}: everything of one's own that the server has |
 * | `POST /v1/erase` | {@link eraseSchema} | `{}`; one's records, name and devices are gone from the server for good |
 * | `POST /v1/leave` | {@link leaveSchema} | {@link leftSchema} |
 *
 * **Records and versions.** A record is one of `recordSchema` (src/domain). The server keeps, for each id, the greatest version
 * it was ever sent (`compareVersions`: a deletion wins, then n, time, device, hash). Pushing is therefore idempotent and
 * order does not matter. Author is the token's member whatever the record says; a record of another author is refused.
 * Unsharing is a later version with `body: null`; deletion has `deleted: true` as well and is final.
 *
 * **Cursor.** `EPOCH.SEQ`. `seq` comes from one counter row per team, bumped in the transaction that writes the record,
 * so commit order is seq order and a reader never skips. A record stands at one seq, that of its latest change. The epoch
 * changes when a server is restored or replaced: a pull with another epoch answers `epoch-changed` (409). A device that
 * hears this, or is given a cursor of another epoch than it joined or pushed to, asks `me` for the new one, starts over
 * from nothing and pushes its own records again, which the join makes harmless. `after` absent: from the start. With `after` absent and `newest=N` the answer is the latest N records and no cursor, for the eye alone; `names=1` adds who wrote them.
 *
 * **Deletions** leave the feed after a time (180 days unless configured); the server remembers their ids and nothing else,
 * and answers a push of one with `stale` and `deleted`. A device that was away for longer has missed them: `cursor-too-old`
 * (410). It then asks about what it holds ({@link sweepSchema}), lets go of what is `gone`, and pulls on with `swept`: the `seq` of
 * the first such answer, which says "every deletion up to there is known here". Who joins knows of them all,
 * having nothing yet: the answer to `join` gives the `seq` to go on with. Deletions up to
 * `swept` are left out of the pages. After the epoch changed a device sweeps too: what is `unknown` to the server and its
 * own is sent again; what is a colleague's is kept and marked "only here", until its author brings it back.
 *
 * **Proof.** The last page (`more: false`) carries `tally` and `at`: the sum over all records that are not deleted
 * (src/domain/tally.ts) when the feed stood at `at`. A device whose cursor is there, with nothing waiting to be pushed, must come to the same
 * sum over what it keeps of the team; it compares after a first sync and after starting over, and where the sums differ starts over once more.
 *
 * **Errors.** Any other status than 200 has the body {@link problemSchema}. 400 not-valid, too-deep · 401 no-token (missing, wrong),
 * ended (this device's token was good and is no more: revoked, or its member removed; what others shared is to go from it, what its member wrote is theirs) · 403 not-allowed (the role) · 404 not-found · 409 epoch-changed · 410 invite-ended (used, expired, unknown),
 * cursor-too-old · 413 too-large · 429 too-many with Retry-After (seconds), 503 the same where the server has no room for now · other 5xx server-failed. A device tries again
 * after 429, 5xx and silence, with growing pauses; after the others it does not, and says why.
 *
 * **Sizes.** A record's body ≤ 64 KB of JSON, nested ≤ 60 deep; a push ≤ 500 records and ≤ 1 MB before compression; an asking to join ≤ 16 KB; a page of a pull ≤ 2,000
 * records, and it ends with the one that takes its bodies beyond 4 MB.
 *
 * **Versions of the protocol.** Unknown fields are ignored by readers and kept in bodies; a field is never given another
 * meaning. What cannot be said that way gets `/v2` beside `/v1`.
 *
 * What is said of people, devices and invites stands in src/wire/people.ts.
 *
 * **How to leave.** `POST /v1/leave` ends the token; with `records: 'take-back'` the member's records are unshared
 * first. Asked once more with the token that ended so, it is answered as before: the first answer may have been lost. Everything a member wrote is on their own device all the while.
 */
import * as z from 'zod/mini';
import { versionSchema } from '../domain/record.ts';
import { columnsSchema, toRecords } from './columns.ts';

export const PUSH_RECORDS_MAX = 500;
export const PUSH_BYTES_MAX = 1024 * 1024;
export const SWEEP_IDS_MAX = 500;
export const PULL_RECORDS_MAX = 2_000;

export const roleSchema = z.enum(['owner', 'admin', 'member', 'reader']);
export type Role = z.infer<typeof roleSchema>;

const shortText = z.string().check(z.minLength(1), z.maxLength(120));

export const problemSchema = z.object({
  /** Names the sentence `failure_<code>` where a person reads it. */
  code: z.string(),
  /** In English, for logs and people who read answers by hand. */
  message: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;

export const aboutSchema = z.object({
  name: z.literal('sidelight'),
  protocol: z.literal(1),
  version: z.string(),
  /** Where this team gets the extension. */
  extension: z.optional(z.string()),
});
export type About = z.infer<typeof aboutSchema>;

/** `key` is 22 characters of randomness the device made: joining again with invite and key after a lost answer gives the same token. */
export const joinSchema = z.object({
  invite: z.string().check(z.minLength(1), z.maxLength(200)),
  key: z.string().check(z.minLength(22), z.maxLength(64)),
  name: shortText,
  device: z.object({ id: z.string().check(z.minLength(1), z.maxLength(64)), name: shortText }),
});
export type Join = z.infer<typeof joinSchema>;

export const meSchema = z.object({
  team: z.object({ id: z.string(), name: z.string() }),
  member: z.object({ id: z.string(), name: z.string(), role: roleSchema }),
  epoch: z.string(),
  /** Where the feed stands now: who has just joined knows of every deletion until here. */
  seq: z.optional(z.int()),
});
export type Me = z.infer<typeof meSchema>;

export const joinedSchema = z.extend(meSchema, { token: z.string() });
export type Joined = z.infer<typeof joinedSchema>;

/** Records are looked at one by one, so that a bad one does not block the others. */
export const pushSchema = z.object({ records: z.array(z.unknown()).check(z.maxLength(PUSH_RECORDS_MAX)) });
export type Push = z.infer<typeof pushSchema>;

/** `stale`: the server has a later version, given; with `deleted`, the record is gone for good. `refused`: it will never take this one; `code` says why. */
export const verdictSchema = z.discriminatedUnion('verdict', [
  z.object({ id: z.string(), verdict: z.literal('applied') }),
  z.object({
    id: z.string(),
    verdict: z.literal('stale'),
    version: versionSchema,
    deleted: z.optional(z.literal(true)),
  }),
  z.object({ id: z.string(), verdict: z.literal('refused'), code: z.string(), message: z.string() }),
]);
export type Verdict = z.infer<typeof verdictSchema>;

/** In the order of the push. */
export const pushedSchema = z.object({ verdicts: z.array(verdictSchema) });
export type Pushed = z.infer<typeof pushedSchema>;

const pageSchema = z.object({
  /** Records, each to be read by `recordSchema` on its own, so that a bad one does not block the others. */
  records: z.optional(z.array(z.unknown())),
  /** The same field by field, instead: see src/wire/columns.ts. */
  columns: z.optional(columnsSchema),
  /** `EPOCH.SEQ` to ask after next; absent in an answer to `newest`. */
  cursor: z.optional(z.string()),
  /** Who wrote the records, as far as they are in the team still; in an answer to `newest` that asked for `names`. */
  people: z.optional(z.array(z.object({ id: z.string(), name: z.string() }))),
  /** Whether there is more after that cursor now. */
  more: z.boolean(),
  /** What the member may do now; it may have changed since joining. */
  role: z.optional(roleSchema),
  /** What to say as `swept` from now on, where one began from nothing. */
  swept: z.optional(z.int()),
  /** On the last page: the sum over everything there is at seq `at`. */
  tally: z.optional(z.string()),
  at: z.optional(z.int()),
});

/** A page in either form, read as records. */
export const pulledSchema = z.pipe(
  pageSchema.check(z.refine(({ records, columns }) => records !== undefined || columns !== undefined)),
  z.transform(({ records, columns, ...page }) => ({
    ...page,
    records: columns ? toRecords(columns) : (records ?? []),
  })),
);
export type Pulled = z.infer<typeof pulledSchema>;

/** Ids of records that a device holds of a team. */
export const sweepSchema = z.object({
  ids: z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.maxLength(SWEEP_IDS_MAX)),
});
export type Sweep = z.infer<typeof sweepSchema>;

/** `gone`: deleted for good. `unknown`: never heard of, or lost with a restored backup. `seq`: where the feed stood at least. */
export const sweptSchema = z.object({ seq: z.int(), gone: z.array(z.string()), unknown: z.array(z.string()) });
export type Swept = z.infer<typeof sweptSchema>;

/** What is new on a live stream: to be taken in by a device whose cursor is `after`; any other pulls instead. */
export const newsSchema = z.extend(pageSchema, { records: z.array(z.unknown()), after: z.string() });
export type News = z.infer<typeof newsSchema>;
