/**
 * Runs the quality runner beside the reference data on `dist/ports` and holds what comes out (nDCG@10) against what was asked of each
 * collection, and of answers without titles against what SQLite's FTS5 reaches (Porter, title × 3; src/search/why.md). Fails below any.
 *
 *   node .ci/search-quality.mjs FOLDER
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** @type {Record<string, Record<string, number>>} */
const LEAST = {
  'search.mjs': { 'dev/stackfaq': 0.82, 'dev/stackfaq-answers': 0.464, 'dev/cranfield': 0.43 },
  'context.mjs': { 'dev/ctx-handbook': 0.4, 'dev/ctx-powershell': 0.67 },
};

const [given] = process.argv.slice(2);
const folder = resolve(given ?? '');
const runner = join(folder, 'quality/run.mjs');
const ports = Object.keys(LEAST).map((port) => resolve('dist/ports', port));
const missing = [runner, ...ports].find((path) => !existsSync(path));
if (!given) refuse('Say where the reference data stands: node .ci/search-quality.mjs FOLDER');
else if (missing) refuse(`There is no ${missing}${missing === runner ? '' : '; build first (npm run build)'}.`);
else {
  const isReached = Object.entries(LEAST).map(([port, least]) => measure(resolve('dist/ports', port), least));
  process.exitCode = isReached.every(Boolean) ? 0 : 1;
}

function refuse(/** @type {string} */ sentence) {
  console.error(sentence);
  process.exitCode = 1;
}

/** Whether a port reaches what is asked of it on all of its collections. */
function measure(/** @type {string} */ port, /** @type {Record<string, number>} */ least) {
  const { stdout, stderr } = spawnSync(process.execPath, [runner, port, ...Object.keys(least)], {
    env: { ...process.env, DATA: join(folder, 'data') },
    encoding: 'utf8',
    timeout: 110_000,
  });
  const lines = stdout.split('\n').map((line) => line.split(/\s+/));
  const reached = Object.keys(least).map((name) => Number(lines.find(([, of]) => of === name)?.[2]));
  if (reached.some(Number.isNaN)) console.error(stdout, stderr);
  return Object.entries(least)
    .map(([name, goal], i) => {
      const isReached = (reached[i] ?? 0) >= goal;
      const said = `nDCG@10 ${reached[i]?.toFixed(4)}, asked ${goal}${isReached ? '' : ': too little'}`;
      console.log(`${name.padEnd(22)} ${said}`);
      return isReached;
    })
    .every(Boolean);
}
