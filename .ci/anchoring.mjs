/**
 * Runs the anchoring runner beside the reference data on `dist/ports/anchor.js`, on a part of its revised pages, and holds
 * the outcome against floors. The runner drives the browser by playwright-core, which is installed beside the results.
 *
 *   node .ci/anchoring.mjs FOLDER WORK_FOLDER
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PAIRS = 60;
/** Share of all cases that come out right, and of those shown that are shown in the wrong place. */
const LEAST_RIGHT = 0.985;
const MOST_WRONG = 0.005;

const [given, workGiven] = process.argv.slice(2);
if (!given || !workGiven) {
  // Without a folder of its own it would be installed into the project.
  console.error('Say where the reference data and the results stand: node .ci/anchoring.mjs FOLDER WORK_FOLDER');
  process.exit(1);
}
const folder = resolve(given);
const work = resolve(workGiven);
const out = join(work, 'anchoring.json');

run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', work, 'playwright-core@1.65.1']);
const options = [
  '--data',
  join(folder, 'data'),
  '--split',
  'dev',
  '--limit',
  String(PAIRS),
  '--jobs',
  '2',
  '--no-time',
];
run(process.execPath, [
  ...[join(folder, 'run.mjs'), ...options, '--modules', work],
  ...['--candidates', resolve('dist/ports/anchor.js'), '--out', out],
]);

const [{ rows }] = JSON.parse(readFileSync(out, 'utf8'));
const count = (/** @type {(row: { outcome: string, found: unknown }) => boolean} */ is) => rows.filter(is).length;
const right = count(({ outcome }) => outcome === 'correct' || outcome === 'orphan_ok') / rows.length;
const wrong = count(({ outcome }) => outcome === 'wrong') / count(({ found }) => Boolean(found));
const shown = `${percent(wrong)} of those shown in the wrong place (ceiling ${percent(MOST_WRONG)})`;
console.log(`${rows.length} cases: ${percent(right)} right (floor ${percent(LEAST_RIGHT)}), ${shown}`);
process.exitCode = right >= LEAST_RIGHT && wrong <= MOST_WRONG ? 0 : 1;

function percent(/** @type {number} */ share) {
  return `${(100 * share).toFixed(1)} %`;
}

function run(/** @type {string} */ command, /** @type {string[]} */ args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args[0]} ended with ${status}`);
}
