/**
 * `npm run simulate -- [--seeds N] [--from N] [--seconds N] [--jobs N] [--real] [--results FILE]`: stories of the real
 * client and server code with everything that can go wrong, one for each seed (see `test/sync/simulation`), on stores in
 * memory that pass the same suites as the real ones, or with `--real` on Dexie over fake-indexeddb and SQLite. Every half
 * minute adds a line to the file of results (`.dev/simulate/…` unless it is named); run again on the same commit with the
 * same `--from` it goes on where that ends. Stops at the first story that ends badly and tells it, or after `--seconds`.
 * `npm run simulate -- --mutations [--seeds N] [--from N] [--only TEXT]`: puts each bug of the list (whose name has TEXT) into the
 * code and expects it to be caught.
 */
import { execFileSync, fork } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { installPackages } from './install.mjs';
import { readNumber, readOptions } from './options.mjs';

const FOLDER = '.dev/simulate';
const PROGRESS_MS = 30_000;
/** With the usual 16 MB for what is young a tenth of the time goes into collecting it. */
const EXEC = ['--enable-source-maps', '--max-semi-space-size=64'];

/** @typedef {{ seed: number, wrong: string[], story: string[] }} Bad */
/** @typedef {{ seeds: number, requests: number, deeds: number, last?: number, bad?: Bad }} Told */
/** @typedef {{ file: string, find: string, replace: string }} Edit */
/** @typedef {Edit & { name: string, isReal?: true }} Mutation */
/** @typedef {{ commit: string, stores: string, first: number, from: number, to: number, stories: number, requests: number, deeds: number, seconds: number, bad?: number }} Result */

installPackages();
const { build } = await import('esbuild');
const { values } = readOptions({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string' },
    seconds: { type: 'string' },
    results: { type: 'string' },
    jobs: { type: 'string' },
    real: { type: 'boolean' },
    mutations: { type: 'boolean' },
    only: { type: 'string' },
  },
});
const seeds = readNumber('seeds', values.seeds, undefined);
const first = readNumber('from', values.from, 1);
const seconds = readNumber('seconds', values.seconds, 1e6);
const noted = values.results ?? join(FOLDER, values.real ? 'real.jsonl' : 'memory.jsonl');
const jobs = readNumber('jobs', values.jobs, Math.max(1, Math.floor(availableParallelism() / 2)));
mkdirSync(FOLDER, { recursive: true });
process.on('exit', () => {
  for (const name of ['stories', 'mutated']) rmSync(join(FOLDER, `${name}-${process.pid}.mjs`), { force: true });
});
if (values.mutations) await tryMutations(seeds ?? 3_000);
else await tellStories(seeds ?? 1_000);

async function tellStories(/** @type {number} */ count) {
  const commit = headOfGit();
  const stores = values.real ? 'real' : 'memory';
  const from = Math.max(first, 1 + lastTold(commit, first));
  const told = { stories: 0, requests: 0, deeds: 0 };
  const began = Date.now();
  let [shown, to] = [began, from - 1];
  const note = (/** @type {number | undefined} */ bad) => {
    const seconds = Math.round((Date.now() - began) / 1000);
    const result = { commit, stores, first, from, to, ...told, seconds, ...(bad ? { bad } : {}) };
    appendFileSync(noted, `${JSON.stringify(result)}\n`);
    console.log(
      `${told.stories} stories, ${(told.stories / (seconds || 1)).toFixed(1)} seeds/s, ${told.requests} requests,`,
    );
    console.log(`  ${told.deeds} deeds, on ${stores} stores, seeds ${from} to ${to}`);
  };
  const bad = await run(await bundle('stories'), stores, from, first + count - 1, (one, last) => {
    to = last;
    told.stories += one.seeds;
    told.requests += one.requests;
    told.deeds += one.deeds;
    if (Date.now() - shown < PROGRESS_MS) return;
    shown = Date.now();
    note(undefined);
  });
  note(bad?.seed);
  if (!bad) return;
  console.log(`${bad.story.join('\n')}\n\nseed ${bad.seed} ended badly:\n${bad.wrong.join('\n')}`);
  process.exitCode = 1;
}

/** Which code it is; '' where it was had without its history, and then nothing is gone on with. */
function headOfGit() {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

/** The last seed before which all were told, by runs of the same code that began with the same one. */
function lastTold(/** @type {string} */ commit, /** @type {number} */ first) {
  const lines = existsSync(noted) ? readFileSync(noted, 'utf8').trim().split('\n') : [];
  /** @type {Result[]} */
  const results = lines.filter(Boolean).map((line) => JSON.parse(line));
  const own = results.filter((one) => commit !== '' && one.commit === commit && one.first === first && !one.bad);
  return Math.max(0, ...own.map(({ to }) => to));
}

async function tryMutations(/** @type {number} */ seeds) {
  const list = await importBundled('test/sync/simulation/mutations.ts');
  const mutations = list.mutations.filter((/** @type {Mutation} */ one) => one.name.includes(values.only ?? ''));
  let alive = 0;
  for (const mutation of /** @type {Mutation[]} */ (mutations)) {
    const stores = mutation.isReal ? 'real' : 'memory';
    const bad = await run(await bundle('mutated', mutation), stores, first, first + seeds - 1, () => {});
    if (!bad) alive++;
    const outcome = bad ? `caught by seed ${bad.seed}: ${bad.wrong[0]?.split('\n')[0]}` : `LIVES after ${seeds} seeds`;
    console.log(`${mutation.name}\n    ${outcome}`);
  }
  console.log(`${mutations.length - alive} of ${mutations.length} injected bugs caught`);
  if (alive > 0) process.exitCode = 1;
}

/** Runs seeds in several processes, `hear`s of them with the last seed before which all are told; gives the first bad one. @returns {Promise<Bad | undefined>} */
async function run(
  /** @type {string} */ program,
  /** @type {string} */ stores,
  /** @type {number} */ from,
  /** @type {number} */ until,
  /** @type {(told: Told, last: number) => void} */ hear,
) {
  /** @type {Bad | undefined} */
  let bad;
  const lasts = Array.from({ length: jobs }, () => from - 1);
  const processes = Array.from({ length: jobs }, (_, i) =>
    fork(program, [stores, String(from + i), String(jobs), String(until)], { execArgv: EXEC }),
  );
  const enough = setTimeout(() => {
    for (const one of processes) if (one.connected) one.send('enough');
  }, seconds * 1_000);
  await Promise.all(
    processes.map(
      (one, i) =>
        new Promise((resolve, reject) => {
          one.on('message', (/** @type {Told} */ told) => {
            lasts[i] = told.last ?? lasts[i] ?? 0;
            hear(told, Math.min(...lasts));
            if (!told.bad || bad) return;
            bad = told.bad;
            for (const other of processes) other.kill();
          });
          one.on('exit', (code, signal) => {
            if (code === 0 || signal || bad) resolve(undefined);
            else reject(new Error(`a process of the simulation ended with ${code}`));
          });
        }),
    ),
  );
  clearTimeout(enough);
  return bad;
}

async function bundle(/** @type {string} */ name, /** @type {Mutation | undefined} */ mutation = undefined) {
  const outfile = join(FOLDER, `${name}-${process.pid}.mjs`);
  const { sizes, words } = await importBundled('test/sync/simulation/sizes.ts');
  await build({
    entryPoints: ['test/sync/simulation/main.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
    // The usual router is made for long lives: it writes an expression of all routes before it knows the first.
    alias: { hono: 'hono/quick' },
    plugins: [change([...sizes, ...words, ...(mutation ? [mutation] : [])])],
  });
  return outfile;
}

/** @returns {import('esbuild').Plugin} */
function change(/** @type {Edit[]} */ edits) {
  return {
    name: 'change',
    setup(building) {
      for (const file of new Set(edits.map((edit) => edit.file))) {
        building.onLoad({ filter: new RegExp(`${file.replaceAll('.', '\\.')}$`) }, ({ path }) => {
          let contents = readFileSync(path, 'utf8');
          for (const { find, replace } of edits.filter((edit) => edit.file === file)) {
            const parts = contents.split(find);
            if (parts.length !== 2) throw new Error(`"${find}" does not stand in ${file} exactly once.`);
            contents = parts.join(replace);
          }
          return { contents, loader: 'ts' };
        });
      }
    },
  };
}

async function importBundled(/** @type {string} */ path) {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, format: 'esm', write: false });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
}
