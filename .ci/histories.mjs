/**
 * Thousands of random stores, each with a history of what was done and where it died, and what search finds in them beside two references
 * (test/store): one that shares nothing with the product, and one for stems, slips and names. `npm test` does a few.
 *
 *   node .ci/histories.mjs [SEED]
 *
 * What fails says its seed and its path: SEED=… FROM=… npx vitest run -c test/vitest.config.ts FILE does the same again.
 */
import { spawn } from 'node:child_process';

const seed = Number(process.argv[2] ?? process.env.SEED ?? Date.now() % 2 ** 31);
const PLAIN = 'test/store/plain-histories.test.ts';
const OTHERS = ['test/store/search-index.test.ts', 'test/store/index-rebuild.test.ts'];
/** Each in a process of its own. */
const jobs = [
  ...[0, 1, 2].map((i) => ({ files: [PLAIN], env: { HISTORIES: '700', SEED: `${seed + i}` } })),
  { files: [...OTHERS, '-t', 'agrees with a full scan'], env: { RUNS: '80', SEED: `${seed + 3}` } },
];

const began = Date.now();
const outcomes = await Promise.all(jobs.map(run));
const sum = { histories: 0, queries: 0, died: 0 };
for (const { counted } of outcomes)
  for (const key of Object.keys(sum)) sum[/** @type {keyof sum} */ (key)] += counted[key] ?? 0;
const failed = outcomes.filter(({ status }) => status !== 0);
for (const { output } of failed) console.log(output);
const seconds = Math.round((Date.now() - began) / 1000);
console.log(
  `${sum.histories} histories, ${sum.queries} queries, killed ${sum.died} times between two writes; seed ${seed}, ${seconds} s: ` +
    (failed.length > 0 ? 'search finds something else than a full scan.' : 'search finds what a full scan does.'),
);
process.exitCode = failed.length > 0 ? 1 : 0;

/** @returns {Promise<{ status: number | null, output: string, counted: Record<string, number> }>} */
function run(/** @type {{ files: string[], env: Record<string, string> }} */ { files, env }) {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '-c', 'test/vitest.config.ts', ...files];
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (/** @type {Buffer} */ some) => (output += some));
  return new Promise((resolve) => {
    child.on('close', (status) => {
      const counted = JSON.parse(/\{"histories".*?\}/.exec(output)?.[0] ?? '{}');
      resolve({ status, output, counted });
    });
  });
}
