/**
 * As it is typed: each query of the judged collections is typed letter by letter, and counted is the share whose best
 * judged answer is among the first five when so much of it stands there; beside MiniSearch, its last word a beginning,
 * where it can be fetched. Fails where ours at 60 % is below the floor of its collection.
 *
 *   node .ci/as-you-type.mjs FOLDER
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A little below what was measured last. */
const FLOORS = { stackfaq: 0.72, 'stackfaq-answers': 0.62, cranfield: 0.57 };
const SHARES = [0.2, 0.4, 0.6, 0.8, 1];
const JUDGED_AT = 0.6;

const [given] = process.argv.slice(2);
if (!given) {
  console.error('Say where the reference data stands: node .ci/as-you-type.mjs FOLDER');
  process.exit(1);
}
const folder = resolve(given, 'data/dev');
const packages = mkdtempSync(join(tmpdir(), 'as-you-type-'));
let isBelow = false;
try {
  const ours = await import(pathToFileURL(resolve('dist/ports/search.mjs')).href);
  const MiniSearch = await fetchMiniSearch();
  console.log(`${'share typed'.padEnd(32)}${SHARES.map((share) => `${share * 100} %`.padStart(8)).join('')}`);
  for (const [collection, floor] of Object.entries(FLOORS)) {
    const { docs, queries } = readCollection(collection);
    const reached = await measure(await ours.create(), docs, queries);
    print(collection, 'ours', reached);
    if (MiniSearch) print(collection, 'MiniSearch', await measure(wrap(MiniSearch), docs, queries));
    if (!((reached[SHARES.indexOf(JUDGED_AT)] ?? 0) >= floor)) {
      isBelow = true;
      console.log(`${collection}: at ${JUDGED_AT * 100} % ours is below its floor of ${floor}.`);
    }
  }
} finally {
  rmSync(packages, { recursive: true, force: true });
}
process.exitCode = isBelow ? 1 : 0;

/** @typedef {{ id: string, title: string, text: string }} Doc */
/** @typedef {{ text: string, self?: string, best: Set<string> }} Query */
/** @typedef {{ addAll(docs: Doc[]): unknown, search(text: string, options: { limit: number }): Promise<string[]> | string[] }} Engine */

/** The collection with, for each query, the ids that were judged best. */
function readCollection(/** @type {string} */ name) {
  const lines = (/** @type {string} */ file) =>
    readFileSync(join(folder, name, file), 'utf8')
      .split('\n')
      .filter(Boolean);
  /** @type {Map<string, [id: string, grade: number][]>} */
  const judged = new Map();
  for (const line of lines('qrels.tsv')) {
    const [query = '', id = '', grade] = line.split('\t');
    judged.set(query, [...(judged.get(query) ?? []), [id, Number(grade)]]);
  }
  const queries = lines('queries.jsonl').flatMap((line) => {
    const { id, text, self } = JSON.parse(line);
    const grades = judged.get(String(id)) ?? [];
    const most = Math.max(0, ...grades.map(([, grade]) => grade));
    const best = new Set(grades.filter(([, grade]) => grade === most && grade > 0).map(([doc]) => doc));
    return best.size > 0 ? [{ text, self, best }] : [];
  });
  return { docs: lines('docs.jsonl').map((line) => JSON.parse(line)), queries };
}

/** The share of queries answered so, at each share typed. */
async function measure(/** @type {Engine} */ engine, /** @type {Doc[]} */ docs, /** @type {Query[]} */ queries) {
  await engine.addAll(docs);
  const met = SHARES.map(() => 0);
  for (const { text, self, best } of queries) {
    for (const [i, share] of SHARES.entries()) {
      const found = await engine.search(text.slice(0, Math.ceil(text.length * share)), { limit: 6 });
      const first = found
        .map(String)
        .filter((id) => id !== self)
        .slice(0, 5);
      if (first.some((id) => best.has(id))) met[i] = (met[i] ?? 0) + 1;
    }
  }
  return met.map((number) => number / queries.length);
}

function print(/** @type {string} */ collection, /** @type {string} */ engine, /** @type {number[]} */ reached) {
  console.log(
    `${`${collection}, ${engine}`.padEnd(32)}${reached.map((share) => share.toFixed(3).padStart(8)).join('')}`,
  );
}

/** Null where it cannot be had. */
async function fetchMiniSearch() {
  writeFileSync(join(packages, 'package.json'), '{"private":true}');
  const options = ['install', '--no-audit', '--no-fund', '--ignore-scripts', 'minisearch@7.2.0'];
  if (spawnSync('npm', options, { cwd: packages, stdio: 'ignore' }).status !== 0) return null;
  return (await import(pathToFileURL(join(packages, 'node_modules/minisearch/dist/es/index.js')).href)).default;
}

/** @returns {Engine} */
function wrap(/** @type {any} */ MiniSearch) {
  const index = new MiniSearch({
    fields: ['title', 'text'],
    searchOptions: {
      boost: { title: 3 },
      prefix: (/** @type {string} */ _, /** @type {number} */ i, /** @type {string[]} */ terms) =>
        i === terms.length - 1,
    },
  });
  return {
    addAll: (docs) => index.addAll(docs),
    search: (text, { limit }) =>
      index
        .search(text)
        .slice(0, limit)
        .map((/** @type {{ id: string }} */ { id }) => id),
  };
}
