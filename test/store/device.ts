import 'fake-indexeddb/auto';
import { onTestFinished } from 'vitest';
import type { BodyOf } from '../../src/domain/kinds/index.ts';
import { normaliseUrl } from '../../src/domain/url.ts';
import { createId } from '../../src/kit/id.ts';
import type { Result } from '../../src/kit/result.ts';
import { openStore, type Store } from '../../src/store/db.ts';
import { keep } from '../../src/store/keep.ts';
import { rowAt } from '../../src/store/record-at.ts';
import type { RecordRow, TeamRow } from '../../src/store/rows.ts';
import { closeStore } from './close-store.ts';

export const PAGE = 'https://docs.example/guide';

/** A device of its own, with an empty database and a clock that a test can turn. */
export interface Device {
  store: Store;
  clock: () => number;
  turn(ms: number): void;
}

export function createDevice(): Device {
  const store = openStore(`device-${createId()}`);
  let now = 1_000_000;
  onTestFinished(() => closeStore(store));
  return {
    store,
    clock: () => now,
    turn(ms) {
      now += ms;
    },
  };
}

/** The same database opened anew, as after an update: nobody who reads it remembers anything. */
export function reopen({ store }: Device): Store {
  const again = openStore(store.relaxed.name);
  onTestFinished(() => closeStore(again));
  return again;
}

export function lessonBody(change: Partial<BodyOf<'lesson'>> = {}): BodyOf<'lesson'> {
  const target = { url: normaliseUrl(PAGE), href: PAGE, title: 'Guide', selectors: [] };
  return { created: 1_000, quote: 'Water boils at a lower temperature', title: 'Guide', target, ...change };
}

/** Keeps a lesson and gives its row. */
export async function keepLesson(device: Device, change: Partial<BodyOf<'lesson'>> = {}, id = createId()) {
  return value(await keep(device.store, { id, kind: 'lesson', body: lessonBody(change) }, device.clock));
}

export const team = (change: Partial<TeamRow> = {}): TeamRow => ({
  id: 'team-1',
  name: 'Kitchen',
  server: 'https://team.example',
  token: 'token',
  member: { id: 'member-1', name: 'Ada', role: 'member' },
  epoch: 'e1',
  cursor: '',
  joined: 1_000,
  syncedAt: 0,
  misses: 0,
  retryAt: 0,
  ...change,
});

/** The value of what must have gone well. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`failed: ${result.failure.code}`);
  return result.value;
}

/** The code of what must have failed. */
export const codeOf = (result: Result<unknown>): string => (result.ok ? 'it went well' : result.failure.code);

/** Every row, without what only search knows it by. */
export async function allRows(device: Device): Promise<RecordRow[]> {
  const rows = await device.store.strict.records.toArray();
  return rows.map(({ number: _, ...row }) => row);
}

/** Puts a row where its record stands, or would, past the door. */
export async function putRow({ store }: Device, row: RecordRow): Promise<void> {
  const standing = await rowAt(store.strict, [row.team, row.id]);
  await store.strict.records.put({ ...row, number: standing?.number ?? -1_000_000 });
}
