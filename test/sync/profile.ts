import 'fake-indexeddb/auto';
import type { JsonObject } from '../../src/domain/json.ts';
import { createId } from '../../src/kit/id.ts';
import { openStore, type Store } from '../../src/store/db.ts';
import { keep } from '../../src/store/keep.ts';
import { teamsJoined } from '../../src/store/read.ts';
import { rowAt } from '../../src/store/record-at.ts';
import type { LedgerRow, RecordRow, TeamRow } from '../../src/store/rows.ts';
import { share } from '../../src/store/share.ts';
import { type Locks, type SyncDeps, wait } from '../../src/sync/deps.ts';
import { joinTeam } from '../../src/sync/join.ts';
import { closeStore } from '../store/close-store.ts';

/** One person's browser: a store of its own, real code, and a network that a test may stand in. */
export interface Profile {
  store: Store;
  deps: SyncDeps;
  /** Every address asked for, in order. */
  asked: string[];
  join(link: string, name: string): Promise<TeamRow>;
  keep(note: string): Promise<string>;
  share(id: string, team: string): Promise<void>;
  team(): Promise<TeamRow>;
  rows(team: string): Promise<RecordRow[]>;
  notes(team: string): Promise<string[]>;
  ledger(): Promise<LedgerRow[]>;
  close(): void;
}

export function createProfile(change: Partial<SyncDeps> = {}): Profile {
  const store = openStore(`profile-${createId()}`);
  const asked: string[] = [];
  const through = change.fetch ?? ((url, init) => fetch(url, init));
  const deps: SyncDeps = {
    clock: Date.now,
    locks: createLocks(),
    wait,
    deviceName: 'Test',
    ...change,
    fetch: (url, init) => {
      asked.push(url);
      return through(url, init);
    },
  };
  const must = <T>(result: { ok: true; value: T } | { ok: false; failure: { code: string } }): T => {
    if (!result.ok) throw new Error(result.failure.code);
    return result.value;
  };
  const rows = (team: string) =>
    store.strict.records.where('[team+id]').between([team, ''], [team, '\uffff']).toArray();
  return {
    store,
    deps,
    asked,
    join: async (link, name) => must(await joinTeam(store, { link, name }, deps)),
    async keep(note) {
      const id = createId();
      must(await keep(store, { id, kind: 'lesson', body: { created: deps.clock(), note } }, deps.clock));
      return id;
    },
    async share(id, team) {
      const row = await rowAt(store.strict, ['', id]);
      must(await share(store, id, team, row?.body as JsonObject, deps.clock));
    },
    async team() {
      const [team] = await teamsJoined(store.strict);
      if (!team) throw new Error('no team');
      return team;
    },
    rows,
    async notes(team) {
      const own = (await rows(team)).filter((row) => row.kind === 'lesson' && row.body !== null);
      return own.map((row) => String(row.body?.note)).sort();
    },
    ledger: () => store.strict.ledger.toArray(),
    close: () => closeStore(store),
  };
}

/** Web Locks for one profile, as the browser gives them to its contexts. */
export function createLocks(): Locks {
  const lastByName = new Map<string, Promise<unknown>>();
  return {
    request(name, { signal }, work) {
      const turn = (lastByName.get(name) ?? Promise.resolve()).then(() => {
        signal?.throwIfAborted();
        return work();
      });
      lastByName.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}
