import { isSameVersion } from '../../../src/domain/same-version.ts';
import { compareVersions, hashBody, type Stamped, type Version } from '../../../src/domain/version.ts';
import { isOver } from '../../../src/store/ended.ts';
import type { RecordRow, TeamRow } from '../../../src/store/rows.ts';
import type { Device } from './device.ts';
import type { Host } from './host.ts';
import { type Edit, FUTURE, type Kept, type Promised } from './people.ts';
import type { Seen, Sight } from './server-disk.ts';

/** What happened in a story that the check must know. */
export interface Facts {
  promised: Promised;
  edits: Edit[];
  /** Records that no server takes. */
  poisoned: Set<string>;
  /** Records with a field that this version does not know. */
  ahead: Set<string>;
  /** Records that their author was about to delete. */
  leaving: Set<string>;
  /** Members who were removed, and who had another role for a while. */
  removed: Set<string>;
  demoted: Set<string>;
  /** Tokens of devices that left or tried to, and their members. */
  ended: Set<string>;
  departed: Set<string>;
  /** What was taken back by leaving, each with the version that says so. */
  takenBack: Map<string, Version>;
  /** Who asked for that, though nobody may have heard the answer or know of it any more. */
  withdrawing: Set<string>;
  /** What of others' each device held when the server lost something. */
  held: { device: Device; ids: string[] }[];
  /** Bodies that were sent. */
  sent: string[];
  /** What a device had not when its cursor said that it has it; see cursor.ts. */
  missed: Set<string>;
}

/** How one device stands, read once. */
interface View {
  device: Device;
  team: TeamRow | undefined;
  rows: RecordRow[];
  ofTeam: Map<string, RecordRow>;
  waiting: string[];
  lost: Set<string>;
}

/** Everything that must be so when all is quiet; gives what is not, as sentences. */
export async function check(host: Host, devices: Device[], facts: Facts): Promise<string[]> {
  const sight = await host.look();
  const records = new Map(sight.records.map((record) => [record.id, record]));
  const views = await Promise.all(devices.map((device) => view(host, device)));
  const wrong = [...facts.missed];
  for (const record of sight.records) wrong.push(...(await checkRecord(record, facts)));
  for (const [id, promise] of facts.promised) wrong.push(...isKept(id, promise, records.get(id), views, facts));
  for (const one of views) {
    const { name, hasLeft, mayBeBack } = one.device;
    if (hasLeft && one.team && !mayBeBack) wrong.push(`${name} has left, and is still in the team`);
    const sentences = isGone(one) ? hasParted(one, facts) : isInStep(one, sight, records, facts);
    wrong.push(...sentences.map((sentence) => `${one.device.name}: ${sentence}`));
  }
  for (const { device, rows } of views)
    wrong.push(...standTwice(rows).map((key) => `${device.name}: ${key} stands twice`));
  for (const { device, ids } of facts.held) wrong.push(...isStillHeld(device, ids, views, records, facts));
  for (const edit of facts.edits) wrong.push(...isLoserKept(edit, records.get(edit.id), views, facts));
  for (const [id, version] of facts.takenBack) wrong.push(...isGoneForAll(id, version, records.get(id), views));
  if (facts.sent.some((body) => body.includes('private-'))) wrong.push('something private was sent');
  return wrong;
}

/** Rows lie under numbers: nothing but the one door keeps a record from lying under two. */
function standTwice(rows: RecordRow[]): string[] {
  const keys = rows.map(({ team, id }) => `${team} ${id}`);
  return keys.filter((key, i) => keys.indexOf(key) !== i);
}

async function view(host: Host, device: Device): Promise<View> {
  const db = device.look().strict;
  const rows = await db.records.toArray();
  const waiting = await db.outbox.toArray();
  const lost = await db.lost.toArray();
  return {
    device,
    team: await db.teams.get(host.team),
    rows,
    ofTeam: new Map(rows.filter(({ team }) => team === host.team).map((row) => [row.id, row])),
    waiting: waiting.map(({ id }) => id),
    lost: new Set(lost.map(({ id, version }) => `${id} ${version.hash}`)),
  };
}

async function checkRecord({ id, text, version }: Seen, { poisoned, promised, ahead }: Facts): Promise<string[]> {
  const wrong: string[] = [];
  const body = text === null ? null : JSON.parse(text);
  if ((await hashBody(body)) !== version.hash) wrong.push(`${id} has not the body of its hash`);
  // Whoever edits what no server takes has made it good.
  if (poisoned.has(id) && text !== null && !promised.has(id)) wrong.push(`${id} is poison, and on the server`);
  const isCut = body && ahead.has(id) && JSON.stringify(body.future) !== JSON.stringify(FUTURE.future);
  if (isCut) wrong.push(`${id} lost a field of a newer version`);
  return wrong;
}

/** A promise is kept by its own version or a later one; or the device that made it says why not, or has it for itself. */
function isKept(id: string, promise: Kept, record: Seen | undefined, views: View[], facts: Facts): string[] {
  const wrong = isOnServer(id, promise, record);
  if (wrong.length === 0) return [];
  const own = views.filter(({ device }) => device.member === promise.member);
  if (own.some(({ ofTeam }) => ofTeam.get(id)?.refused?.code === 'not-allowed')) return [];
  if (!record && isDeletedBy(id, promise.member, views)) return [];
  if (!facts.removed.has(promise.member) && !facts.departed.has(promise.member)) return wrong;
  // Who was removed or has left can send nothing more; what they wrote is theirs.
  if (promise.deleted || promise.body === null || facts.leaving.has(id)) return [];
  const author = own.find(({ device }) => device.name === promise.device);
  const isTheirs = author?.rows.some((row) => row.id === id && row.team === '' && row.body !== null);
  return isTheirs || author?.lost.has(`${id} ${promise.version.hash}`) ? [] : [`${wrong}, nor with its author`];
}

/** Deleted by a context that died before it could say so, and so long ago that it left the feed. */
const isDeletedBy = (id: string, member: string, views: View[]): boolean =>
  views.some(({ device, ofTeam }) => device.member === member && ofTeam.get(id)?.deleted === true);

function isOnServer(id: string, promise: Kept, record: Seen | undefined): string[] {
  if (promise.deleted) return !record || record.deleted ? [] : [`${id} was deleted for good and came back`];
  if (!record) return [`${id} was lost: it is not on the server`];
  const order = compareVersions(record, promise);
  if (order < 0) return [`${id} was lost: the server has ${say(record)}, promised was ${say(promise)}`];
  const isSameBody = order > 0 || JSON.stringify(sorted(promise.body)) === JSON.stringify(sorted(bodyOf(record)));
  return isSameBody ? [] : [`${id} has another body than was promised`];
}

const isGone = ({ team }: View): boolean => team === undefined || isOver(team.problem?.code);

/** A device that was sent away, or left, has nothing of the team any more. */
function hasParted({ team, ofTeam, waiting, device }: View, { removed, ended }: Facts): string[] {
  const wrong = [...ofTeam.keys()].map((id) => `${id} of the team is still here after it was sent away`);
  const hasReason = team ? removed.has(device.member) || ended.has(device.token) : device.hasLeft || device.isLeaving;
  // Whoever has left does not hear that they were removed, though the answer was lost.
  const isMistaken = team && device.isLeaving && !device.isCopied && !removed.has(device.member);
  if (isMistaken) wrong.push('it has left, and says that it was removed');
  if (!hasReason || (team && team.problem?.code !== 'ended')) wrong.push('it was sent away without a reason');
  return [...wrong, ...waiting.map((id) => `${id} waits for a team it is not in`)];
}

/** A member's device has what the server has, and says what it has not. */
function isInStep(view: View, sight: Sight, records: Map<string, Seen>, facts: Facts): string[] {
  const { team, ofTeam, waiting, device } = view;
  const wrong: string[] = waiting.map((id) => `${id} still waits in the outbox`);
  const isRefused = (id: string) => ofTeam.get(id)?.refused !== undefined;
  for (const record of records.values()) {
    const row = ofTeam.get(record.id);
    // Who begins from nothing is not told of what was deleted before.
    if (!row && !record.deleted) wrong.push(`${record.id} never came`);
    if (!row || isRefused(record.id) || row.onlyHere) continue;
    if (!isEqual(row, record)) wrong.push(`${record.id} is ${say(row)} here and ${say(record)} on the server`);
    else if (row.author !== record.author) wrong.push(`${record.id} has another author here`);
  }
  for (const row of ofTeam.values()) {
    if (!isExplained(row, records, facts)) wrong.push(`${row.id} is here and not on the server`);
    const isReader = team?.member.role === 'reader' && facts.demoted.has(device.member);
    const mayRefuse = row.refused?.code === 'not-allowed' ? isReader : facts.poisoned.has(row.id);
    if (row.refused && !mayRefuse) wrong.push(`${row.id} was refused: ${row.refused.code}`);
    if (row.onlyHere && !mayStayAway(row.author, facts)) wrong.push(`${row.id} is called "only here"`);
    if (row.mine === 1 && row.author !== device.member) wrong.push(`${row.id} is not mine`);
  }
  if (team?.cursor !== `${sight.epoch}.${sight.seq}`) wrong.push(`its cursor is ${team?.cursor}, not ${sight.seq}`);
  const isProvable = [...ofTeam.values()].every((row) => !row.refused && !row.onlyHere);
  if (isProvable && team?.proof) wrong.push(`it was not proven whole: ${team.proof}`);
  if (team?.isSweepDue) wrong.push('it never swept');
  if (team?.leaving === 'leave') wrong.push('it was leaving, and never did');
  const isNameless = records.get(device.member)?.text === null && !facts.demoted.has(device.member);
  if (isNameless) wrong.push('nobody knows its name');
  return [...wrong, ...leaks(view, records, facts)];
}

const isExplained = (row: RecordRow, records: Map<string, Seen>, facts: Facts): boolean =>
  records.has(row.id) ||
  row.refused !== undefined ||
  row.deleted === true ||
  (row.onlyHere !== undefined && mayStayAway(row.author, facts));

/** Whose author may never bring it back: removed, gone, or not allowed to write. */
const mayStayAway = (author: string, { removed, demoted, departed }: Facts): boolean =>
  removed.has(author) || demoted.has(author) || departed.has(author);

/** What was taken back or deleted may stand nowhere but with its author, and nothing twice with anyone. */
function leaks({ rows, ofTeam, device }: View, records: Map<string, Seen>, facts: Facts): string[] {
  const wrong: string[] = [];
  for (const row of rows) {
    const record = records.get(row.id);
    if (!record || row.body === null || ofTeam.get(row.id)?.refused) continue;
    // That it was taken back by leaving went with the server that said so; an older version says nothing about this one.
    const isForgotten =
      row.onlyHere === 'version' && compareVersions(row, record) > 0 && mayStayAway(record.author, facts);
    if (record.text === null && record.author !== device.member && !isForgotten)
      wrong.push(`${row.id} is still readable here`);
    // What a device keeps to itself it does not ask about. A copied profile may never have known that it was shared, and was away
    // for too long to hear that it was deleted; so was one that left, kept its own, and joined again.
    const isUnaware = row.team === '' && (device.isCopied || device.hasJoinedAgain);
    if (record.deleted && !isUnaware) wrong.push(`${row.id} was deleted and is still here`);
    const isLater = compareVersions(row, record) > 0;
    // What was written and never sent when one left stays beside what is shared, also where that is changed after joining again.
    const isAnother = device.hasJoinedAgain && row.version.hash !== record.version.hash;
    const mayBeBeside = row.team !== '' || isLater || isAnother;
    if (record.text !== null && !mayBeBeside) wrong.push(`${row.id} is here twice`);
  }
  return wrong;
}

/** What a colleague's device still had when the server lost it stays there, unless its author let go of it. */
function isStillHeld(device: Device, ids: string[], views: View[], records: Map<string, Seen>, facts: Facts): string[] {
  const now = views.find((view) => view.device === device);
  if (!now || isGone(now)) return [];
  const isMissing = (id: string) => {
    const promise = facts.promised.get(id);
    const isWanted = promise && !promise.deleted && promise.body !== null && !facts.withdrawing.has(promise.member);
    if (!isWanted || records.has(id) || now.ofTeam.get(id)?.body) return false;
    return !isDeletedBy(id, promise.member, views);
  };
  return ids.filter(isMissing).map((id) => `${device.name}: ${id} was only here, and is gone`);
}

/** What was taken back by leaving stands neither on the server again nor with any colleague. */
function isGoneForAll(id: string, version: Version, record: Seen | undefined, views: View[]): string[] {
  const wrong: string[] = [];
  const isBack = (one: Stamped) => compareVersions(one, { version }) <= 0;
  if (record && record.text !== null && isBack(record))
    wrong.push(`${id} was taken back by leaving, and stands there again`);
  for (const { device, ofTeam } of views) {
    const row = ofTeam.get(id);
    const isReadable = row && row.body !== null && row.author !== device.member && isBack(row);
    if (isReadable) wrong.push(`${device.name}: ${id} was taken back by leaving, and is still readable here`);
  }
  return wrong;
}

/** A text that certainly lost against another device's is still with the device that wrote it. */
function isLoserKept(edit: Edit, winner: Seen | undefined, views: View[], facts: Facts): string[] {
  const author = views.find(({ device }) => device.name === edit.device);
  if (!author || !winner || winner.deleted || winner.text === null || author.device.isCopied) return [];
  if (mayStayAway(author.device.member, facts)) return [];
  const { n, hash } = edit.version;
  if (winner.version.n !== n || winner.version.hash === hash) return [];
  return author.lost.has(`${edit.id} ${hash}`) ? [] : [`${edit.device}: a text of ${edit.id} lost and is not kept`];
}

const bodyOf = ({ text }: Seen): unknown => (text === null ? null : JSON.parse(text));

const isEqual = (row: RecordRow, record: Seen): boolean =>
  (row.deleted === true && record.deleted === true) ||
  (isSameVersion(row.version, record.version) &&
    Boolean(row.deleted) === Boolean(record.deleted) &&
    isSameBody(row.body, record.text));

const isSameBody = (body: unknown, text: string | null): boolean =>
  JSON.stringify(body) === (text ?? 'null') ||
  JSON.stringify(sorted(body)) === JSON.stringify(sorted(JSON.parse(text ?? 'null')));

/** A body in one order of its fields, which the server is free to change. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, sorted(one)]));
}

const say = ({ version: { n, time, device, hash }, deleted }: Stamped): string =>
  `${n}/${time}/${device.slice(0, 4)}/${hash.slice(0, 4)}${deleted ? ' deleted' : ''}`;
