import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChromePerson, openChrome } from '../../../src/dev/browsers/chrome.ts';
import { killChrome } from '../../../src/dev/browsers/chrome-kill.ts';
import type { InPage } from './page.ts';

declare const kills: InPage;

export interface Lane {
  name: string;
  times: number;
  /** The built extension, and what is done in a page of it. */
  extension: string;
  code: string;
}

export interface Outcome {
  /** Deeds that were done to their end, the records that stand by them, and the queries that were compared. */
  acknowledged: number;
  records: number;
  queries: number;
  disagreements: number;
}

/** So often it is said how far it is. */
const TOLD = 10;
const LIVE_MS = { least: 500, most: 3500 };

/** One profile whose browser is killed again and again. */
export async function killAgain({ name, times, extension, code }: Lane): Promise<Outcome> {
  const profile = mkdtempSync(join(tmpdir(), 'bench-kills-'));
  const outcome: Outcome = { acknowledged: 0, records: 0, queries: 0, disagreements: 0 };
  try {
    for (let time = 0; time <= times; time++) {
      const person = await openChrome({ extension, profile, visible: false });
      const desk = await openDesk(person, code, outcome.acknowledged === 0);
      const { wrong, records, queries } = await desk.evaluate((count) => kills.check(count), outcome.acknowledged);
      for (const sentence of wrong) console.log(`${name}, after kill ${time}: ${sentence}`);
      if (wrong.length > 0) console.log(ages(profile));
      outcome.disagreements += wrong.length;
      outcome.queries += queries;
      outcome.records = records;
      const { acknowledged, disagreements } = outcome;
      const so = `${name}, after ${time} kills: ${acknowledged} deeds acknowledged, ${records} records stand, ${disagreements} disagreements`;
      if (time % TOLD === 0 || time === times) console.log(so);
      if (time === times) await person.close();
      else await workAndDie(person, desk, profile, outcome);
    }
    return outcome;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function openDesk(person: ChromePerson, code: string, isFirst: boolean) {
  await person.openTab(person.installed.address('manifest.json'));
  const desk = person.tab;
  await desk.evaluate(code);
  if (isFirst) await desk.evaluate(() => kills.join());
  return desk;
}

/** Lets it work for a while that is never the same, and kills every process of the browser. */
async function workAndDie(
  person: ChromePerson,
  desk: Awaited<ReturnType<typeof openDesk>>,
  profile: string,
  outcome: Outcome,
): Promise<void> {
  desk.on('console', (message) => {
    const [, count] = /^acknowledged (\d+)$/.exec(message.text()) ?? [];
    if (count) outcome.acknowledged = Number(count);
  });
  desk.evaluate((from) => kills.work(from), outcome.acknowledged).catch(() => null);
  await new Promise((done) => setTimeout(done, LIVE_MS.least + Math.random() * (LIVE_MS.most - LIVE_MS.least)));
  await killChrome(person.program, profile);
}

/** When the folders of the profile were made: whether the browser put its storage aside, or somebody took the whole profile away. */
function ages(profile: string): string {
  const folders = ['', 'Default', 'Default/IndexedDB'].map((folder) => join(profile, folder)).filter(existsSync);
  const databases = folders.at(-1)?.endsWith('IndexedDB') ? readdirSync(folders.at(-1) ?? '') : [];
  const all = [...folders, ...databases.map((name) => join(profile, 'Default/IndexedDB', name))];
  return all.map((path) => `${path} made ${statSync(path).birthtime.toISOString()}`).join('; ');
}
