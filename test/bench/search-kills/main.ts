/**
 * Kills Chromium while it takes records in and merges its search index: `npm run bench -- search-kills [--times 50]`. After each
 * kill the same profile is opened again: every acknowledged record must be there, and search must agree with a full scan.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { type ChromePerson, openChrome } from '../../../src/dev/browsers/chrome.ts';
import { killChrome } from '../../../src/dev/browsers/chrome-kill.ts';
import type { InPage } from './page.ts';

declare const kills: InPage;

const { values } = parseArgs({
  options: { times: { type: 'string', default: '50' }, extension: { type: 'string', default: 'dist/chrome' } },
});
/** So often it is said how far it is. */
const TOLD = 10;
const LIVE_MS = { least: 500, most: 3500 };

const { outputFiles } = await build({
  entryPoints: ['test/bench/search-kills/page.ts'],
  bundle: true,
  format: 'iife',
  target: 'chrome127',
  write: false,
});
const code = outputFiles[0]?.text ?? '';
const profile = mkdtempSync(join(tmpdir(), 'bench-kills-'));
let acknowledged = 0;
let disagreements = 0;
try {
  for (let time = 0; time <= Number(values.times); time++) {
    const person = await openChrome({ extension: resolve(values.extension), profile, visible: false });
    const desk = await openDesk(person);
    const wrong = await desk.evaluate((count) => kills.check(count), acknowledged);
    for (const sentence of wrong) console.log(`after kill ${time}: ${sentence}`);
    if (wrong.length > 0) console.log(ages());
    disagreements += wrong.length;
    const so = `after ${time} kills: ${acknowledged} acknowledged, ${disagreements} disagreements`;
    if (time % TOLD === 0) console.log(so);
    if (time === Number(values.times)) await person.close();
    else await workAndDie(person, desk);
  }
} finally {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
console.log(JSON.stringify({ bench: 'search-kills', times: Number(values.times), acknowledged, disagreements }));
process.exitCode = disagreements > 0 ? 1 : 0;

async function openDesk(person: ChromePerson) {
  await person.openTab(person.installed.address('manifest.json'));
  const desk = person.tab;
  await desk.evaluate(code);
  if (acknowledged === 0) await desk.evaluate(() => kills.join());
  return desk;
}

/** Lets it work for a while that is never the same, and kills every process of the browser. */
async function workAndDie(person: ChromePerson, desk: Awaited<ReturnType<typeof openDesk>>): Promise<void> {
  desk.on('console', (message) => {
    const [, count] = /^acknowledged (\d+)$/.exec(message.text()) ?? [];
    if (count) acknowledged = Number(count);
  });
  desk.evaluate((from) => kills.work(from), acknowledged).catch(() => null);
  await new Promise((done) => setTimeout(done, LIVE_MS.least + Math.random() * (LIVE_MS.most - LIVE_MS.least)));
  await killChrome(person.program, profile);
}

/** When the folders of the profile were made: whether the browser put its storage aside, or somebody took the whole profile away. */
function ages(): string {
  const folders = ['', 'Default', 'Default/IndexedDB'].map((folder) => join(profile, folder)).filter(existsSync);
  const databases = folders.at(-1)?.endsWith('IndexedDB') ? readdirSync(folders.at(-1) ?? '') : [];
  const all = [...folders, ...databases.map((name) => join(profile, 'Default/IndexedDB', name))];
  return all.map((path) => `${path} made ${statSync(path).birthtime.toISOString()}`).join('; ');
}
