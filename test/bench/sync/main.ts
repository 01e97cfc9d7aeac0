import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { besideAFlood } from './beside.ts';
import { countWaits, emptyDisk } from './disk.ts';
import { fanOutOfOurs, fanOutOfPouch } from './fan-out.ts';
import { percentile, round } from './figures.ts';
import { firstSyncOfOurs, firstSyncOfPouch, floorOfFirstSync, toTable } from './first-sync.ts';
import { type Flow, flowOfOurs, flowOfPouch } from './flow.ts';
import { grow } from './growth.ts';
import { hotTeam } from './hot-team.ts';
import { compareNodes } from './nodes.ts';
import { type Part, readOptions } from './options.ts';
import { makeRecords } from './records.ts';
import { soak } from './soak.ts';
import { openStand } from './stand.ts';

/**
 * `npm run bench -- sync [--only flow,listening,hot,beside,first,nodes,disk,growth,soak] [--records N] [--rounds N] [--corpus FILE]
 * [--listeners 1,50,500,2000] [--hot SECONDS] [--extension DIR] [--sizes 1000,10000] [--soak SECONDS] [--without-peers]`:
 * our server on SQLite and on PostgreSQL beside PouchDB and pouchdb-server, in turn, in one run. Ours has authentication,
 * validation and hashing on; all bytes are counted on the socket, headers and all. Growth and soak only where they are named.
 */
const options = readOptions();
const records = await makeRecords(options.records, options.corpus);
const stand = await openStand(options.withPeers);
const { peer } = stand;
const places = Object.entries(stand.places);
const report: Record<string, unknown> = { cores: cpus().length, loadBefore: round(loadavg()[0] ?? 0) };

type Table = Record<string, Record<string, unknown>>;
const measure = async (part: Part, title: string, work: () => Promise<Table>) => {
  if (!options.parts.has(part)) return;
  emptyDisk();
  const table = await work();
  console.log(`${title} (load ${round(loadavg()[0] ?? 0)} on ${cpus().length} cores)`);
  console.table(table);
  report[part] = table;
};

await measure(
  'flow',
  `${records.length} records, medians of ${options.rounds} rounds, ratios round by round; bytes are per record, both ways`,
  flows,
);
await measure('listening', 'milliseconds until a new record is with all who listen', async () => {
  const table: Table = {};
  for (const count of options.listeners) {
    for (const [name, place] of places) table[`${name}, ${count}`] = await fanOutOfOurs(await place(), count);
    if (peer && count <= 500) table[`pouchdb, ${count}`] = await fanOutOfPouch(peer, count);
  }
  return table;
});
await measure('hot', 'pushes of one record a second, one team, 32 devices', async () => {
  const table: Table = {};
  for (const [name, place] of places) table[name] = { perSecond: await hotTeam(await place(), options.hotSeconds) };
  return table;
});
await measure('beside', 'milliseconds, while another member pushes as fast as the server takes it', async () => {
  const table: Table = {};
  for (const [name, place] of places)
    for (const [when, row] of Object.entries(await besideAFlood(await place(), records)))
      table[`${name}, ${when}`] = row;
  return table;
});
await measure('first', `first sync of ${records.length} records into a browser, from agreeing to join on`, firstSyncs);
await measure('nodes', 'four devices at one PostgreSQL', async () => {
  const { postgres } = stand.places;
  return postgres ? compareNodes(postgres, records) : {};
});
await measure('disk', 'waits for the disk for each acknowledged push of one', async () => {
  const table: Table = {};
  for (const [name, place] of places) {
    const waits = await countWaits(await place(), name === 'postgres' ? stand.postgresPid : undefined);
    table[name] = { waits: waits ?? 'no strace here' };
  }
  return table;
});
await measure('growth', 'medians in ms as a team grows', async () => {
  const table: Table = {};
  for (const [name, place] of places) Object.assign(table, await grow(name, await place(), options.sizes, records));
  return table;
});
await measure('soak', `memory in MB over ${options.soakSeconds} s with 500 listeners`, async () => {
  // Side by side, since each only has to go on for long.
  const work = places.map(async ([name, place]) => [name, await soak(await place(), options.soakSeconds)] as const);
  return Object.fromEntries(await Promise.all(work));
});
await stand.close();
console.log(JSON.stringify(report));

async function flows(): Promise<Table> {
  const warmUp = await makeRecords(Math.min(4_000, records.length), undefined);
  const seen: Record<string, Flow[]> = {};
  const note = (name: string, flow: Flow) => {
    console.log(name, JSON.stringify(flow));
    seen[name] = [...(seen[name] ?? []), flow];
  };
  for (let turn = 0; turn < options.rounds; turn++) {
    for (const [name, place] of places) note(name, await flowOfOurs(await place(), records, warmUp));
    if (peer) note('pouchdb', await flowOfPouch(peer, records, warmUp, turn));
  }
  const table: Table = {};
  for (const [name, own] of Object.entries(seen))
    table[name] = toRow((key) => round(middle(own.map((one) => one[key]))));
  for (const [name] of peer ? places : []) Object.assign(table, ratiosOf(name, seen[name] ?? [], seen.pouchdb ?? []));
  return table;
}

function middle(values: number[]): number {
  return percentile(values, 50);
}

function toRow(of: (key: keyof Flow) => number): Record<string, number> {
  const keys = ['upPerSecond', 'downPerSecond', 'bytesUp', 'bytesDown'] as const;
  return Object.fromEntries(keys.map((key) => [key, of(key)]));
}

/** Ours as multiples of the peer's in the same round: who shares the machine comes and goes, and is then there for both. */
function ratiosOf(name: string, ours: Flow[], peers: Flow[]): Table {
  const ratios = (key: keyof Flow) =>
    ours.map((one, i) => Math.round((one[key] / (peers[i]?.[key] ?? Number.NaN)) * 1_000) / 1_000);
  return {
    [`${name} ÷ pouchdb`]: toRow((key) => middle(ratios(key))),
    [`${name} ÷ pouchdb, least`]: toRow((key) => Math.min(...ratios(key))),
    [`${name} ÷ pouchdb, most`]: toRow((key) => Math.max(...ratios(key))),
  };
}

async function firstSyncs(): Promise<Table> {
  const { extension, rounds } = options;
  const sqlite = stand.places.sqlite;
  if (!sqlite || !existsSync(extension)) return { none: { why: `There is no build in ${extension}: npm run build.` } };
  const table: Table = {};
  const ours = await firstSyncOfOurs(await sqlite(), records, extension, rounds);
  for (const [i, one] of ours.entries()) table[`ours, ${i + 1}`] = toTable(one);
  if (peer) table.pouchdb = toTable(await firstSyncOfPouch(peer, records, extension));
  if (peer) table['rows into IndexedDB alone'] = toTable(await floorOfFirstSync(records, extension, `${peer.url}/`));
  return table;
}
