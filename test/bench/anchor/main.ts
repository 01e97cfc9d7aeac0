/**
 * Anchoring on real page revisions, in Chromium:
 * `npm run bench -- anchor --data DIR [--split dev] [--candidates a.js,b.js] [--no-ablations] [--limit N]`
 *
 * DIR has `<split>/pairs.jsonl`, `cases.jsonl` and `pages/`, and `long/a.html`, `long/b.html` for time. Beside ours stand
 * ours with each step taken out in turn, and any other script that sets `globalThis.candidate` as the port does; and
 * beside our time the floor: what reading the page and noting it takes by itself.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { openBench } from './chromium.ts';
import { type Pair, readCases, readPairs } from './data.ts';
import { headline, type Row } from './score.ts';
import { timeOn } from './time.ts';
import { ablations, FLOOR, ours, type Variant } from './variants.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    split: { type: 'string', default: 'dev' },
    candidates: { type: 'string', default: '' },
    limit: { type: 'string', default: '100000' },
    'no-ablations': { type: 'boolean', default: false },
  },
});
if (!values.data || !existsSync(join(values.data, values.split))) {
  console.error('Say where the pages are: npm run bench -- anchor --data DIR');
  process.exit(1);
}
const data = resolve(values.data);
const folder = join(data, values.split);
const pairs = readPairs(folder).slice(0, Number(values.limit));
const cases = readCases(folder);
const others = values.candidates.split(',').filter(Boolean);
const peers: [Variant, ...Variant[]] = [
  await ours(),
  ...others.map((file) => ({ name: basename(file), script: readFileSync(file, 'utf8') })),
];
const variants: Variant[] = [...peers, ...(values['no-ablations'] ? [] : await ablations())];

const bench = await openBench(variants);
try {
  const { rows, sizes } = await ask(pairs);
  const table = Object.fromEntries(variants.map(({ name }) => [name, headline(rows[name] ?? [])]));
  console.table(table);
  const repos = [...new Set(pairs.map(({ repo }) => repo))];
  const repoOf = new Map(pairs.map(({ pair, repo }) => [pair, repo]));
  const own = rows.sidelight ?? [];
  const byRepo = repos.map((repo) => [repo, headline(own.filter(({ asked }) => repoOf.get(asked.pair) === repo))]);
  console.table(Object.fromEntries(byRepo));
  const weight = Object.fromEntries(peers.map((peer) => [peer.name, weigh(peer, sizes[peer.name] ?? [])]));
  console.table(weight);
  const time: Record<string, Record<string, number>> = {};
  for (const peer of peers) {
    time[`typical, ${peer.name}`] = await timeOn(bench, typicalPair(), peer);
    time[`book, ${peer.name}`] = await timeOn(bench, longPair(), peer);
  }
  time['book, floor'] = await timeOn(bench, longPair(), FLOOR);
  time['twenty books, sidelight'] = await timeOn(bench, longPair(), peers[0], 19);
  time['twenty books, floor'] = await timeOn(bench, longPair(), FLOOR, 19);
  console.table(time);
  console.log(
    JSON.stringify({ bench: 'anchor', split: values.split, cases: own.length, ...table, byRepo, weight, time }),
  );
} finally {
  await bench.close();
}

/** What is kept of a passage, and what the code weighs as it is given: ours is minified. */
function weigh({ script }: Variant, sizes: number[]): Record<string, number> {
  return {
    'selector, bytes': Math.round(sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length)),
    'code, bytes': Buffer.byteLength(script),
    'code, gzip': gzipSync(script, { level: 9 }).length,
  };
}

/** Describes every passage on the old page, and looks for it on the new one. Selectors pass through JSON and a new page. */
async function ask(asked: Pair[]): Promise<{ rows: Record<string, Row[]>; sizes: Record<string, number[]> }> {
  const rows: Record<string, Row[]> = {};
  const sizes: Record<string, number[]> = {};
  for (const pair of asked) {
    const own = cases.filter((one) => one.pair === pair.pair);
    const selectors = await bench.describe(
      join(folder, 'pages', pair.a),
      own.map(({ a }) => a),
    );
    for (const [name, some] of Object.entries(selectors)) {
      sizes[name] ??= [];
      sizes[name].push(...some.map((one) => Buffer.byteLength(JSON.stringify(one))));
    }
    const found = await bench.anchor(join(folder, 'pages', pair.b), selectors);
    for (const [name, places] of Object.entries(found)) {
      rows[name] ??= [];
      rows[name].push(...own.map((one, i) => ({ asked: one, found: places[i] ?? null })));
    }
  }
  return { rows, sizes };
}

/** The pair whose new page is of middling length. */
function typicalPair(): [string, string] {
  const middle = pairs.toSorted((x, y) => x.inkB - y.inkB)[pairs.length >> 1];
  return [join(folder, 'pages', middle?.a ?? ''), join(folder, 'pages', middle?.b ?? '')];
}

function longPair(): [string, string] {
  return [join(data, 'long', 'a.html'), join(data, 'long', 'b.html')];
}
