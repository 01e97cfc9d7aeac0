import type { JsonObject } from '../../../src/domain/json.ts';
import { openStore } from '../../../src/store/db.ts';
import { edit, keep } from '../../../src/store/keep.ts';
import { share } from '../../../src/store/share.ts';
import { browserDeps } from '../../../src/sync/deps.ts';
import { joinTeam } from '../../../src/sync/join.ts';
import { syncTeam } from '../../../src/sync/sync-team.ts';

/** What is done inside a page of the extension until the browser is killed. */
export interface InPage {
  /** Gives the team. */
  join(link: string): Promise<string>;
  /** Keeps and shares records from `from` on, edits some, and exchanges all the while; says each that is kept. Never ends. */
  work(team: string, from: number): Promise<never>;
  /** Exchanges until nothing is new and gives what is here then: `[id, version, text]`, and what stands twice. */
  settle(team: string): Promise<{ rows: [string, string, string][]; twice: string[] }>;
}

const store = openStore();
const deps = browserDeps();
const idOf = (n: number): string => `kill${String(n).padStart(18, '0')}`;

const kills: InPage = {
  async join(link) {
    const joined = await joinTeam(store, { link, name: 'Anne' }, deps);
    if (!joined.ok) throw new Error(joined.failure.code);
    return joined.value.id;
  },
  async work(team, from) {
    void (async () => {
      for (;;) await syncTeam(store, team, deps);
    })();
    for (let n = from; ; n++) {
      const body: JsonObject = { created: n, note: `text ${n}` };
      await keep(store, { id: idOf(n), kind: 'lesson', body: { created: n, note: `text ${n}` } }, deps.clock);
      const shared = await share(store, idOf(n), team, body, deps.clock);
      if (!shared.ok) throw new Error(shared.failure.code);
      console.log(`kept ${n} 1`);
      const other = Math.floor(n / 2);
      if (n % 3 !== 0) continue;
      const edited = await edit(store, [team, idOf(other)], (old) => ({ ...old, note: `edited by ${n}` }), deps.clock);
      if (edited.ok) console.log(`kept ${other} ${edited.value.version.n}`);
    }
  },
  async settle(team) {
    for (let news = 1, turns = 0; news > 0 && turns < 50; turns++) {
      const exchanged = await syncTeam(store, team, deps);
      news = exchanged.ok ? exchanged.value.pushed + exchanged.value.taken : 1;
    }
    const all = await store.strict.records.toArray();
    const ofTeam = all.filter((row) => row.team === team);
    const ids = new Set(ofTeam.map(({ id }) => id));
    const rows = ofTeam.map(({ id, version, body }): [string, string, string] => [
      id,
      JSON.stringify([version.n, version.time, version.device, version.hash]),
      String(body?.note ?? body?.name),
    ]);
    return { rows, twice: all.filter((row) => row.team !== team && ids.has(row.id)).map(({ id }) => id) };
  },
};

Object.assign(globalThis, { kills });
