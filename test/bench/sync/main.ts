import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildServer } from '../../server/kills/server-process.ts';
import { findPostgres, startPostgres } from '../../server/shelf/postgres.ts';
import { fanOutOfOurs, fanOutOfPouch } from './fan-out.ts';
import { percentile, round } from './figures.ts';
import { type Flow, flowOfOurs, flowOfPouch } from './flow.ts';
import { hotTeam } from './hot-team.ts';
import { startPouch } from './pouch.ts';
import { makeRecords } from './records.ts';
import type { Place } from './with-server.ts';

/**
 * `npm run bench -- sync [--records N] [--rounds N] [--corpus FILE] [--listeners 1,50,500] [--hot SECONDS] [--without-peers]`:
 * our server on SQLite and on PostgreSQL beside PouchDB and pouchdb-server, in turn, in one run. Ours has authentication,
 * validation and hashing on; all bytes are counted on the socket, headers and all.
 */
const WARM_UP = 4_000;

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    corpus: { type: 'string' },
    listeners: { type: 'string', default: '1,50,500,2000' },
    hot: { type: 'string', default: '5' },
    'without-peers': { type: 'boolean', default: false },
  },
});

const records = await makeRecords(Number(values.records), values.corpus);
const warmUp = await makeRecords(WARM_UP, undefined);
const built = await buildServer();
const folder = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
const programs = findPostgres();
const postgres = programs ? await startPostgres(programs) : null;
const peer = values['without-peers'] ? null : await startPouch();

const { program } = built;
const places: Record<string, () => Promise<Place>> = {
  sqlite: async () => ({ program, environment: { DATA_DIR: mkdtempSync(join(folder, 'data-')) } }),
  ...(postgres
    ? { postgres: async () => ({ program, environment: { DATABASE_URL: await postgres.createDatabase() } }) }
    : {}),
};

const flows: Record<string, Flow[]> = {};
const note = (name: string, flow: Flow) => {
  console.log(name, JSON.stringify(flow));
  flows[name] = [...(flows[name] ?? []), flow];
};
for (let turn = 0; turn < Number(values.rounds); turn++) {
  for (const [name, place] of Object.entries(places)) note(name, await flowOfOurs(await place(), records, warmUp));
  if (peer) note('pouchdb', await flowOfPouch(peer, records, warmUp, turn));
}

const tell = (name: string, figures: Record<string, number>) => {
  console.log(name, JSON.stringify(figures));
  return figures;
};
const listening: Record<string, Record<string, number>> = {};
for (const count of values.listeners.split(',').map(Number)) {
  for (const [name, place] of Object.entries(places)) {
    listening[`${name}, ${count} listening`] = tell(name, await fanOutOfOurs(await place(), count));
  }
  if (peer && count <= 500)
    listening[`pouchdb, ${count} listening`] = tell('pouchdb', await fanOutOfPouch(peer, count));
}

const hot: Record<string, number> = {};
for (const [name, place] of Object.entries(places)) hot[name] = await hotTeam(await place(), Number(values.hot));

peer?.stop();
await postgres?.close();
built.remove();
rmSync(folder, { recursive: true, force: true });
report();

function report(): void {
  const median = (name: string, of: keyof Flow) =>
    percentile(
      (flows[name] ?? []).map((one) => one[of]),
      50,
    );
  const keys = ['upPerSecond', 'downPerSecond', 'bytesUp', 'bytesDown'] as const;
  const table = Object.fromEntries(
    Object.keys(flows).map((name) => [name, Object.fromEntries(keys.map((key) => [key, round(median(name, key))]))]),
  );
  console.log(`${records.length} records, median of ${values.rounds} rounds; bytes are per record, both ways`);
  console.table(table);
  const ratios: Record<string, Record<string, number>> = {};
  if (flows.pouchdb) {
    for (const name of Object.keys(places)) {
      ratios[name] = Object.fromEntries(
        keys.map((key) => [key, round((median(name, key) / median('pouchdb', key)) * 100) / 100]),
      );
    }
    console.log('as a multiple of PouchDB');
    console.table(ratios);
  }
  console.log('milliseconds until a new record is with all who listen');
  console.table(listening);
  console.log('pushes of one record a second, one team, 32 devices');
  console.table(hot);
  console.log(JSON.stringify({ flows: table, ratios, listening, hot }));
}
