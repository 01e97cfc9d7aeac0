import type { JsonObject } from '../../../src/domain/json.ts';
import { compareVersions, hashBody, nextVersion, type Stamped, type Version } from '../../../src/domain/version.ts';
import { createId } from '../../../src/kit/id.ts';
import { fail, ok, type Result } from '../../../src/kit/result.ts';
import { commit } from '../../../src/store/commit.ts';
import { isOver } from '../../../src/store/ended.ts';
import { edit, keep } from '../../../src/store/keep.ts';
import { whoAmI } from '../../../src/store/me.ts';
import { rowAt } from '../../../src/store/record-at.ts';
import { finishRemovals, remove, restore } from '../../../src/store/remove.ts';
import { toRow } from '../../../src/store/row.ts';
import type { RecordKey, RecordRow } from '../../../src/store/rows.ts';
import { share, unshare } from '../../../src/store/share.ts';
import { syncTeam } from '../../../src/sync/sync-team.ts';
import type { Context, Device } from './device.ts';
import type { World } from './world.ts';

/** What a device was told is kept: it must never be lost. */
export interface Kept extends Stamped {
  body: JsonObject | null;
  device: string;
  member: string;
}
export type Promised = Map<string, Kept>;

/** A text that a device was told is kept, whatever became of it. */
export interface Edit {
  id: string;
  version: Version;
  device: string;
}

/** A field of a version that is yet to come. */
export const FUTURE = { future: { deep: [1, null, 'x'] } };

/** What one person may do next, by name. Each is the product's own code on one context. */
export const deeds = {
  write,
  writeNewer,
  poison,
  changeOwn,
  takeBack,
  shareAgain,
  keepPrivate,
  removeOwn,
  removeAtOnce,
  undo,
  finish,
  sync,
};
export type Deed = keyof typeof deeds;

/** How often each is done, beside the others. */
export const habits: Record<Deed, number> = {
  write: 5,
  writeNewer: 1,
  poison: 1,
  changeOwn: 6,
  takeBack: 3,
  shareAgain: 2,
  keepPrivate: 1,
  removeOwn: 1,
  removeAtOnce: 1,
  undo: 1,
  finish: 1,
  sync: 14,
};

export interface Doing {
  world: World;
  device: Device;
  context: Context;
  team: string;
  promised: Promised;
  edits: Edit[];
  /** Records that no server takes. */
  poisoned: Set<string>;
  /** Records that someone is about to delete. */
  leaving: Set<string>;
  /** Records with a field that this version does not know. */
  ahead: Set<string>;
  /** The record to do it with, where that is not left to chance. */
  id?: string;
}

const note = (world: World, word: string): string => `${word}-${world.random.int(1_000_000_000)}`;

async function write(doing: Doing): Promise<void> {
  const { world, context, team } = doing;
  const id = createId();
  const { store, deps } = context;
  const text = { created: deps.clock(), note: note(world, 'shared') };
  const body = world.random.chance(0.2) ? { ...text, ...FUTURE } : text;
  const kept = await keep(store, { id, kind: 'lesson', body }, deps.clock);
  if ('future' in body) doing.ahead.add(id);
  if (kept.ok) promise(doing, await share(store, id, team, body, deps.clock));
}

/** As a newer version of the extension on the same profile would have written it: this one carries it along. */
async function writeNewer(doing: Doing): Promise<void> {
  const { world, context } = doing;
  const kind = world.random.pick(['mural', 'lesson']);
  const body: JsonObject = { created: 1, note: note(world, 'newer'), ...FUTURE };
  const row = await insert(doing, kind, 2, body, await hashBody(body));
  if (!row.ok) return;
  promise(doing, row);
  doing.ahead.add(row.value.id);
  const edited = await edit(context.store, keyOf(row.value), (old) => ({ ...old, note: 'cut' }), context.deps.clock);
  if (edited.ok) throw new Error(`${row.value.id} was edited by a version that does not know it`);
}

/** What no server takes: it must stand in nobody's way. */
async function poison(doing: Doing): Promise<void> {
  const { world } = doing;
  const ways: [string, JsonObject, string?][] = [
    ['lesson', { created: 1, note: 'a hash that is not its own' }, 'wrong'],
    ['lesson', { created: 1, note: 'x'.repeat(70_000) }],
    ['not a kind', { created: 1, note: 'a kind with spaces' }],
    ['profile', { created: 1, name: 'a profile of nobody' }],
  ];
  const [kind, body, hash] = world.random.pick(ways);
  const row = await insert(doing, kind, 1, body, hash ?? (await hashBody(body)));
  if (row.ok) doing.poisoned.add(row.value.id);
}

async function insert({ context, team }: Doing, kind: string, schema: number, body: JsonObject, hash: string) {
  const { store, deps } = context;
  const id = createId();
  return commit(store.strict, async (door) => {
    const membership = await door.db.teams.get(team);
    if (!membership || isOver(membership.problem?.code)) return fail('no-team');
    const { device } = await whoAmI(door.db);
    const version = nextVersion(undefined, device, hash, deps.clock);
    const row = toRow({ id, kind, author: membership.member.id, schema, version, body }, team, true);
    await door.put(row, { notBefore: 0 });
    return ok(row);
  });
}

async function keepPrivate({ world, context }: Doing): Promise<void> {
  const body = { created: 1, note: note(world, 'private') };
  await keep(context.store, { id: createId(), kind: 'lesson', body }, context.deps.clock);
}

async function changeOwn(doing: Doing): Promise<void> {
  const { world, context, id } = doing;
  const row = await pickOwn(doing, (one) => one.body !== null && (id === undefined || one.id === id));
  if (!row) return;
  const change = (body: JsonObject) => ({ ...body, note: note(world, 'changed') });
  const edited = await edit(context.store, keyOf(row), change, context.deps.clock);
  promise(doing, edited);
  if (edited.ok) doing.edits.push({ id: row.id, version: edited.value.version, device: doing.device.name });
}

async function takeBack(doing: Doing): Promise<void> {
  const { context, id } = doing;
  const row = await pickOwn(doing, (one) => one.body !== null && (id === undefined || one.id === id));
  if (!row) return;
  const taken = await unshare(context.store, keyOf(row), context.deps.clock);
  if (!taken.ok) return;
  // What was promised is that colleagues lose it: a version after the one that was seen.
  const version = { ...row.version, n: row.version.n + 1, time: Number.NEGATIVE_INFINITY, device: '', hash: '' };
  raise(doing, row.id, { version, body: null });
}

async function shareAgain(doing: Doing): Promise<void> {
  const { world, context, team, id } = doing;
  const rows = await context.store.strict.records.where('[team+id]').between(['', ''], ['', '\uffff']).toArray();
  const own = rows
    .filter((row) => row.body && row.schema === 1 && !String(row.body.note).startsWith('private'))
    .filter((row) => id === undefined || row.id === id);
  if (own.length === 0) return;
  const row = world.random.pick(own);
  const before = await rowAt(context.store.strict, [team, row.id]);
  const shared = await share(context.store, row.id, team, row.body ?? {}, context.deps.clock);
  if (shared.ok && before && compareVersions(shared.value, before) <= 0)
    throw new Error(`${row.id} was shared in vain`);
  promise(doing, shared);
}

async function removeOwn(doing: Doing): Promise<void> {
  const { world, context } = doing;
  const row = await pickOwn(doing, (one) => one.body !== null);
  const undoMs = world.random.pick([0, 1_000, 60_000]);
  if (!row) return;
  doing.leaving.add(row.id);
  await remove(context.store, [keyOf(row)], undoMs, context.deps.clock);
}

async function removeAtOnce(doing: Doing): Promise<void> {
  const row = await pickOwn(doing, (one) => one.body !== null && (doing.id === undefined || one.id === doing.id));
  if (!row) return;
  doing.leaving.add(row.id);
  await remove(doing.context.store, [keyOf(row)], 0, doing.context.deps.clock);
  await finish(doing);
}

async function undo(doing: Doing): Promise<void> {
  const row = await pickOwn(doing, (one) => one.removeAt !== undefined);
  if (row) await restore(doing.context.store, [keyOf(row)]);
}

async function finish(doing: Doing): Promise<void> {
  const { context, team } = doing;
  const { store, deps } = context;
  const due = await store.strict.records.where('removeAt').belowOrEqual(deps.clock()).toArray();
  await finishRemovals(store, deps.clock);
  // What was promised is that it is gone for good.
  const version = { n: 1, time: 0, device: '', hash: '' };
  for (const { id } of due.filter((row) => row.team === team)) {
    // Undone elsewhere in the meantime, or no room for it: then nothing was promised.
    const now = await rowAt(store.strict, [team, id]);
    if (now?.deleted) raise(doing, id, { version, deleted: true, body: null });
  }
}

async function sync({ context, team }: Doing): Promise<void> {
  await syncTeam(context.store, team, context.deps);
}

async function pickOwn({ world, context, team }: Doing, wanted: (row: RecordRow) => boolean) {
  const rows = await context.store.strict.records.where('[team+id]').between([team, ''], [team, '\uffff']).toArray();
  const own = rows.filter((row) => row.mine === 1 && row.kind === 'lesson' && wanted(row));
  return own.length > 0 ? world.random.pick(own) : null;
}

const keyOf = (row: RecordRow): RecordKey => [row.team, row.id];

function promise(doing: Doing, result: Result<RecordRow>): void {
  if (result.ok) raise(doing, result.value.id, { version: result.value.version, body: result.value.body });
}

function raise({ promised, device }: Doing, id: string, now: Stamped & { body: JsonObject | null }): void {
  const before = promised.get(id);
  if (before?.deleted) return;
  if (now.deleted || !before || compareVersions(now, before) > 0)
    promised.set(id, { ...now, device: device.name, member: device.member });
}
