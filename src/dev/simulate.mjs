/**
 * `npm run simulate -- [--seeds N] [--from N] [--jobs N] [--real]`: stories of the real client and server code with
 * everything that can go wrong, one for each seed (see `test/sync/simulation`), on stores in memory that pass the same
 * suites as the real ones, or with `--real` on Dexie over fake-indexeddb and SQLite. Goes on where the last run of this
 * commit stopped unless `--from` says where; stops at the first story that ends badly and tells it.
 * `npm run simulate -- --mutations [--seeds N] [--only TEXT]`: puts each bug of the list (whose name has TEXT) into the
 * code and expects it to be caught.
 */
import { execFileSync, fork } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages } from './install.mjs';

const FOLDER = '.dev/simulate';
const PROGRESS_MS = 30_000;

/** @typedef {{ seed: number, wrong: string[], story: string[] }} Bad */
/** @typedef {{ seeds: number, requests: number, deeds: number, last?: number, bad?: Bad }} Told */
/** @typedef {{ name: string, file: string, find: string, replace: string, isReal?: true }} Mutation */

installPackages();
const { build } = await import('esbuild');
const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string' },
    jobs: { type: 'string' },
    real: { type: 'boolean' },
    mutations: { type: 'boolean' },
    only: { type: 'string' },
  },
});
const noted = join(FOLDER, values.real ? 'done-real.json' : 'done.json');
const jobs = Number(values.jobs ?? Math.max(1, Math.floor(availableParallelism() / 2)));
mkdirSync(FOLDER, { recursive: true });
if (values.mutations) await tryMutations(Number(values.seeds ?? 400));
else await tellStories(Number(values.seeds ?? 1_000));

async function tellStories(/** @type {number} */ count) {
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  const first = values.from ? Number(values.from) : lastDone(commit) + 1;
  const program = await bundle('stories');
  const began = Date.now();
  let [told, requests, deeds] = [0, 0, 0];
  let shown = began;
  const rate = () => `${told} stories, ${(told / ((Date.now() - began) / 1000)).toFixed(1)} seeds/s`;
  const say = (/** @type {string} */ more) => console.log(`${rate()}, ${requests} requests, ${deeds} deeds${more}`);
  const note = (/** @type {number} */ seed) => {
    if (!values.from) writeFileSync(noted, JSON.stringify({ commit, seed }));
  };
  const stores = values.real ? 'real' : 'memory';
  const bad = await run(program, stores, first, first + count - 1, (one, last) => {
    told += one.seeds;
    requests += one.requests;
    deeds += one.deeds;
    note(last);
    if (Date.now() - shown < PROGRESS_MS) return;
    shown = Date.now();
    say(`, all up to seed ${last}`);
  });
  say(`, from seed ${first}, on ${stores} stores`);
  if (!bad) return note(first + count - 1);
  console.log(`${bad.story.join('\n')}\n\nseed ${bad.seed} ended badly:\n${bad.wrong.join('\n')}`);
  process.exitCode = 1;
}

function lastDone(/** @type {string} */ commit) {
  try {
    const done = JSON.parse(readFileSync(noted, 'utf8'));
    return done.commit === commit ? done.seed : 0;
  } catch {
    return 0;
  }
}

async function tryMutations(/** @type {number} */ seeds) {
  const list = await importBundled('test/sync/simulation/mutations.ts');
  const mutations = list.mutations.filter((/** @type {Mutation} */ one) => one.name.includes(values.only ?? ''));
  let alive = 0;
  for (const mutation of /** @type {Mutation[]} */ (mutations)) {
    const stores = mutation.isReal ? 'real' : 'memory';
    const bad = await run(await bundle('mutated', mutation), stores, 1, seeds, () => {});
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
    fork(program, [stores, String(from + i), String(jobs), String(until)], { execArgv: ['--enable-source-maps'] }),
  );
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
  return bad;
}

async function bundle(/** @type {string} */ name, /** @type {Mutation | undefined} */ mutation = undefined) {
  const outfile = join(FOLDER, `${name}.mjs`);
  await build({
    entryPoints: ['test/sync/simulation/main.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: mutation ? [mutate(mutation)] : [],
  });
  return outfile;
}

/** @returns {import('esbuild').Plugin} */
function mutate(/** @type {Mutation} */ { name, file, find, replace }) {
  return {
    name: 'mutate',
    setup(building) {
      building.onLoad({ filter: new RegExp(`${file.replaceAll('.', '\\.')}$`) }, ({ path }) => {
        const parts = readFileSync(path, 'utf8').split(find);
        if (parts.length !== 2) throw new Error(`"${name}" does not fit ${file} any more.`);
        return { contents: parts.join(replace), loader: 'ts' };
      });
    },
  };
}

async function importBundled(/** @type {string} */ path) {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, format: 'esm', write: false });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
}
