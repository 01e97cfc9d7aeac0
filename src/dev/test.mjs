/**
 * `npm test`: everything, on a fresh machine. Installs what is missing, then checks types, style and the build, runs the
 * unit tests and the journeys in real browsers, and closes with one plain line, `N passed, N failed` (`, N skipped`).
 * Names after it choose: `npm test -- unit`. `--pages DIR` gives the journey over many pages real ones to walk on.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { installPackages } from './install.mjs';
import { readOptions, refuse } from './options.mjs';
import { findPrograms } from './programs.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const STEP_MS = 12 * 60_000;
const bin = (/** @type {string} */ path) => ['node', join('node_modules', path)];

/** @type {Record<string, () => Count>} */
const steps = {
  types: () => check([...bin('typescript/bin/tsc'), '--noEmit']),
  style: () => check([...bin('@biomejs/biome/bin/biome'), 'check', '.']),
  build: () => check(['node', 'build.mjs']),
  unit: () => runTests('unit'),
  journeys: runJourneys,
};

/** @returns {Count} */
const check = (/** @type {string[]} */ command) =>
  run(command) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };

function run(/** @type {string[]} */ [command = '', ...args]) {
  return spawnSync(command, args, { stdio: 'inherit', timeout: STEP_MS, killSignal: 'SIGKILL' }).status;
}

/**
 * Journeys share a machine with two browsers each: where one meets no patience, its file is walked again by itself, and
 * that is said. What is broken fails again; only the second outcome of such a file counts.
 * @returns {Count}
 */
function runJourneys() {
  const first = runTests('journeys');
  if (first.failedFiles.length === 0) return first;
  console.log(`\n  Walked again, one after the other:\n  ${first.failedFiles.join('\n  ')}`);
  const second = runTests('journeys', ['--maxWorkers=1', ...first.failedFiles]);
  return {
    passed: first.passed - first.passedInFailedFiles + second.passed,
    failed: second.failed,
    skipped: first.skipped,
  };
}

/** @typedef {Count & { failedFiles: string[], passedInFailedFiles: number }} Outcome */

/** @returns {Outcome} */
function runTests(/** @type {string} */ project, /** @type {string[]} */ only = []) {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-test-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const config = ['run', '--config', 'test/vitest.config.ts', '--project', project];
  const status = run([...bin('vitest/vitest.mjs'), ...config, ...reporters, ...only]);
  const outcome = readReport(report);
  rmSync(folder, { recursive: true });
  // An error outside of any test fails the run although no test failed; that is not walked again.
  return status !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1, failedFiles: [] } : outcome;
}

/** @typedef {{ name: string, status: string, assertionResults: { status: string }[] }} FileReport */

/** @returns {Outcome} */
function readReport(/** @type {string} */ path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    /** @type {FileReport[]} */
    const failed = report.testResults.filter((/** @type {FileReport} */ { status }) => status === 'failed');
    const broken = failed.filter(({ assertionResults }) => assertionResults.length === 0);
    const passed = failed.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'passed'),
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests + report.numTodoTests,
      failedFiles: failed.map(({ name }) => relative('.', name)),
      passedInFailedFiles: passed.length,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failedFiles: [], passedInFailedFiles: 0 };
  }
}

const { values, positionals: asked } = readOptions({ options: { pages: { type: 'string' } }, allowPositionals: true });
if (values.pages && !existsSync(values.pages)) refuse(`There is no folder ${values.pages} with pages.`);
if (values.pages) process.env.REAL_PAGES = resolve(values.pages);
const unknown = asked.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length > 0) refuse(`There is no step ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}.`);

installPackages();
const missing = findPrograms();
if (missing.length > 0) console.log(`Not found: ${missing.join(', ')}. What needs them is skipped.`);

const total = { passed: 0, failed: 0, skipped: 0 };
let isBuilt = true;
for (const [name, step] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  if (name === 'journeys' && !isBuilt) {
    // What an older build left would be walked instead, and say nothing of what stands here.
    console.log('\n— journeys\n  not walked, since the build failed');
    continue;
  }
  const began = Date.now();
  console.log(`\n— ${name}`);
  const { passed, failed, skipped } = step();
  if (name === 'build') isBuilt = failed === 0;
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  console.log(
    `  ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped, ${Math.round((Date.now() - began) / 1000)} s`,
  );
}
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;
