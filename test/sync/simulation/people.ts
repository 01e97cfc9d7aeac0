import type { JsonObject } from '../../../src/domain/json.ts';
import type { Stamped } from '../../../src/domain/version.ts';
import { compareVersions } from '../../../src/domain/version.ts';
import { createId } from '../../../src/kit/id.ts';
import type { Result } from '../../../src/kit/result.ts';
import { edit, keep } from '../../../src/store/keep.ts';
import { finishRemovals, remove, restore } from '../../../src/store/remove.ts';
import type { RecordKey, RecordRow } from '../../../src/store/rows.ts';
import { share, unshare } from '../../../src/store/share.ts';
import { syncTeam } from '../../../src/sync/sync-team.ts';
import type { Context, Device } from './device.ts';
import type { World } from './world.ts';

/** What a device was told is kept: it must never be lost. */
export type Promised = Map<string, Stamped & { body: JsonObject | null }>;

/** What one person may do next, by name. Each is the product's own code on one context. */
export const deeds = {
  write,
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
  changeOwn: 4,
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
  /** The record to do it with, where that is not left to chance. */
  id?: string;
}

const note = (world: World, word: string): string => `${word}-${world.random.int(1_000_000_000)}`;

async function write({ world, context, team, ...doing }: Doing): Promise<void> {
  const id = createId();
  const { store, deps } = context;
  const body = { created: deps.clock(), note: note(world, 'shared') };
  const kept = await keep(store, { id, kind: 'lesson', body }, deps.clock);
  if (kept.ok) promise(doing.promised, await share(store, id, team, body, deps.clock));
}

async function keepPrivate({ world, context }: Doing): Promise<void> {
  const body = { created: 1, note: note(world, 'private') };
  await keep(context.store, { id: createId(), kind: 'lesson', body }, context.deps.clock);
}

async function changeOwn(doing: Doing): Promise<void> {
  const { world, context, promised, id } = doing;
  const row = await pickOwn(doing, (one) => one.body !== null && (id === undefined || one.id === id));
  if (!row) return;
  const change = (body: JsonObject) => ({ ...body, note: note(world, 'changed') });
  promise(promised, await edit(context.store, keyOf(row), change, context.deps.clock));
}

async function takeBack(doing: Doing): Promise<void> {
  const { context, promised } = doing;
  const row = await pickOwn(doing, (one) => one.body !== null);
  if (!row) return;
  const taken = await unshare(context.store, keyOf(row), context.deps.clock);
  if (!taken.ok) return;
  // What was promised is that colleagues lose it: a version after the one that was seen.
  const version = { ...row.version, n: row.version.n + 1, time: Number.NEGATIVE_INFINITY, device: '', hash: '' };
  raise(promised, row.id, { version, body: null });
}

async function shareAgain(doing: Doing): Promise<void> {
  const { world, context, team, promised } = doing;
  const rows = await context.store.strict.records.where('[team+id]').between(['', ''], ['', '\uffff']).toArray();
  const own = rows.filter((row) => row.body && !String(row.body.note).startsWith('private'));
  if (own.length === 0) return;
  const row = world.random.pick(own);
  const before = await context.store.strict.records.get([team, row.id]);
  const shared = await share(context.store, row.id, team, row.body ?? {}, context.deps.clock);
  if (shared.ok && before && compareVersions(shared.value, before) <= 0)
    throw new Error(`${row.id} was shared in vain`);
  promise(promised, shared);
}

async function removeOwn(doing: Doing): Promise<void> {
  const { world, context } = doing;
  const row = await pickOwn(doing, (one) => one.body !== null);
  const undoMs = world.random.pick([0, 1_000, 60_000]);
  if (row) await remove(context.store, [keyOf(row)], undoMs, context.deps.clock);
}

async function removeAtOnce(doing: Doing): Promise<void> {
  const row = await pickOwn(doing, (one) => one.body !== null);
  if (!row) return;
  await remove(doing.context.store, [keyOf(row)], 0, doing.context.deps.clock);
  await finish(doing);
}

async function undo(doing: Doing): Promise<void> {
  const row = await pickOwn(doing, (one) => one.removeAt !== undefined);
  if (row) await restore(doing.context.store, [keyOf(row)]);
}

async function finish(doing: Doing): Promise<void> {
  const { context, promised, team } = doing;
  const { store, deps } = context;
  const due = await store.strict.records.where('removeAt').belowOrEqual(deps.clock()).toArray();
  await finishRemovals(store, deps.clock);
  // What was promised is that it is gone for good.
  const version = { n: 1, time: 0, device: '', hash: '' };
  for (const row of due) if (row.team === team) raise(promised, row.id, { version, deleted: true, body: null });
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

function promise(promised: Promised, result: Result<RecordRow>): void {
  if (result.ok) raise(promised, result.value.id, { version: result.value.version, body: result.value.body });
}

function raise(promised: Promised, id: string, now: Stamped & { body: JsonObject | null }): void {
  const before = promised.get(id);
  if (before?.deleted) return;
  if (now.deleted || !before || compareVersions(now, before) > 0) promised.set(id, now);
}
