/**
 * Runs the quality runner beside the reference data on `dist/ports` and holds what comes out against a floor for each
 * collection (nDCG@10). A floor is a little below what was measured last, so that a step back shows; raise it with progress.
 *
 *   node .ci/search-quality.mjs FOLDER
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** @type {Record<string, { port: string, least: number }>} */
const FLOORS = {
  'dev/stackfaq': { port: 'search.mjs', least: 0.82 },
  'dev/cranfield': { port: 'search.mjs', least: 0.425 },
  'dev/ctx-handbook': { port: 'context.mjs', least: 0.385 },
  'dev/ctx-powershell': { port: 'context.mjs', least: 0.66 },
};

const folder = resolve(process.argv[2] ?? '');
let isBelow = false;
for (const [collection, { port, least }] of Object.entries(FLOORS)) {
  const reached = measure(collection, port);
  console.log(`${collection.padEnd(20)} nDCG@10 ${reached.toFixed(4)}  floor ${least}`);
  if (!(reached >= least)) isBelow = true;
}
process.exitCode = isBelow ? 1 : 0;

/** The runner takes part of a name, so `stackfaq` also brings `stackfaq-answers`; only the line asked for is read. */
function measure(/** @type {string} */ collection, /** @type {string} */ port) {
  const { stdout, stderr } = spawnSync(process.execPath, ['run.mjs', resolve('dist/ports', port), collection], {
    cwd: join(folder, 'quality'),
    env: { ...process.env, DATA: join(folder, 'data') },
    encoding: 'utf8',
    timeout: 110_000,
  });
  const line = stdout.split('\n').find((text) => text.split(/\s+/).includes(collection));
  if (!line) console.error(stdout, stderr);
  return Number(line?.split(/\s+/)[2]);
}
