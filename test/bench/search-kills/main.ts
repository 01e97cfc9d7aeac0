/**
 * Kills Chromium while it takes records in, edits and deletes them and merges its search index: `npm run bench -- search-kills [--times 50]
 * [--profiles 2]`. The kills are shared out among so many profiles, each with a browser of its own, which is killed and opened at the
 * same time as the others. After each kill the same profile is opened again: every acknowledged deed must have left what it leaves, and search
 * must find what a full scan does that shares nothing with it (test/store/plain-scan.ts), by words, words in a row, what is left out, operators.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { readNumber, readOptions, refuse } from '../../../src/dev/options.mjs';
import { killAgain, type Outcome } from './lane.ts';

const { values } = readOptions({
  options: { times: { type: 'string' }, profiles: { type: 'string' }, extension: { type: 'string' } },
});
const times = readNumber('times', values.times, 50);
const profiles = Math.max(1, readNumber('profiles', values.profiles, 2));
const extension = resolve(values.extension ?? 'dist/chrome');
if (!existsSync(extension)) refuse('Build first (npm run build).');

const { outputFiles } = await build({
  entryPoints: ['test/bench/search-kills/page.ts'],
  bundle: true,
  format: 'iife',
  target: 'chrome127',
  write: false,
});
const code = outputFiles[0]?.text ?? '';
/** As many each as can be, and one more for the first few. */
const shares = Array.from({ length: profiles }, (_, i) => Math.floor((times + profiles - 1 - i) / profiles));
const outcomes = await Promise.all(
  shares.map((share, i) => killAgain({ name: `profile ${i + 1}`, times: share, extension, code })),
);
const sum = (of: keyof Outcome): number => outcomes.reduce((total, outcome) => total + outcome[of], 0);
const disagreements = sum('disagreements');
const counts = { acknowledged: sum('acknowledged'), records: sum('records'), queries: sum('queries') };
console.log(JSON.stringify({ bench: 'search-kills', times, profiles, ...counts, disagreements }));
process.exitCode = disagreements > 0 ? 1 : 0;
