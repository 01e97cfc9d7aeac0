import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { type ChromePerson, openChrome } from '../../../src/dev/browsers/chrome.ts';
import { killChrome } from '../../../src/dev/browsers/chrome-kill.ts';
import { recordSchema } from '../../../src/domain/record.ts';
import { pulledSchema } from '../../../src/wire/sync.ts';
import { aRecord } from '../../server/records.ts';
import { type Running, startRunning } from '../../server/running.ts';
import type { InPage } from './browser-page.ts';

declare const kills: InPage;

export interface BrowserRounds {
  rounds: number;
  /** Records and edits that a page said were kept. */
  acknowledged: number;
  /** Acknowledged, and not on the server or in an earlier version after everything was exchanged. */
  lost: number;
  /** Standing in two places on the device, or twice in one reading of the feed. */
  doubled: number;
  /** Here and there not the same. */
  differing: number;
  /** What a colleague wrote meanwhile. */
  byOthers: number;
}

const LIVE_MS = { least: 300, most: 2_500 };
const OTHERS_MS = 20;

/** Kills Chromium while it keeps, pushes and pulls; opens the same profile again, lets it exchange and compares. */
export async function killBrowser(
  extension: string,
  rounds: number,
  tell: (so: BrowserRounds) => void,
): Promise<BrowserRounds> {
  const so: BrowserRounds = { rounds: 0, acknowledged: 0, lost: 0, doubled: 0, differing: 0, byOthers: 0 };
  const server = await startRunning({ log: 'none' });
  const ben = await server.join('member', 'Ben');
  const profile = mkdtempSync(join(tmpdir(), 'bench-browser-kills-'));
  const code = await bundlePage();
  const kept = new Map<number, number>();
  let team = '';
  try {
    for (; so.rounds <= rounds; so.rounds++) {
      const person = await openChrome({ extension: resolve(extension), profile, visible: false });
      await person.openTab(person.installed.address('manifest.json'));
      await person.tab.evaluate(code);
      if (team === '') team = await person.tab.evaluate((link) => kills.join(link), await server.invite('member', 1));
      const here = await person.tab.evaluate((of) => kills.settle(of), team);
      if (here.rows.length === 0) throw new Error('The browser opened an empty database after it was killed.');
      compare(here, await readAll(server, ben.token), kept, so);
      tell(so);
      if (so.rounds === rounds) await person.close();
      else await workAndDie(person, profile, server, ben, team, kept, so);
    }
  } finally {
    await server.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return { ...so, rounds };
}

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['test/bench/kills/browser-page.ts'],
    bundle: true,
    format: 'iife',
    target: 'chrome127',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** Lets it work for a while that is never the same, and kills every process of the browser at once. */
async function workAndDie(
  { tab, program }: ChromePerson,
  profile: string,
  server: Running,
  ben: { token: string; member: { id: string } },
  team: string,
  kept: Map<number, number>,
  so: BrowserRounds,
): Promise<void> {
  tab.on('console', (message) => {
    const [, n, version] = /^kept (\d+) (\d+)$/.exec(message.text()) ?? [];
    if (n && version) kept.set(Number(n), Math.max(Number(version), kept.get(Number(n)) ?? 0));
  });
  // Whether the last of them was heard of is not known, so numbers are never used twice.
  const from = Math.max(-1, ...kept.keys()) + 1_000;
  tab.evaluate((of, first) => kills.work(of, first), team, from).catch(() => null);
  const end = Date.now() + LIVE_MS.least + Math.random() * (LIVE_MS.most - LIVE_MS.least);
  while (Date.now() < end) {
    await pushOne(server, ben, so);
    await new Promise((done) => setTimeout(done, OTHERS_MS));
  }
  await killChrome(program, profile);
}

async function pushOne(server: Running, ben: { token: string; member: { id: string } }, so: BrowserRounds) {
  const record = await aRecord({ author: ben.member.id, body: { created: 1, note: `by Ben ${so.byOthers}` } });
  const body = JSON.stringify({ records: [record] });
  const response = await server.ask('/v1/push', { method: 'POST', body, token: ben.token });
  if (response.ok) so.byOthers++;
}

/** Everything on the server as it is: version and text by id. */
async function readAll(server: Running, token: string): Promise<{ there: Map<string, string>; doubled: number }> {
  const there = new Map<string, string>();
  let doubled = 0;
  for (let cursor = '', more = true; more; ) {
    const after = cursor === '' ? '' : `?after=${cursor}`;
    const page = pulledSchema.parse(await (await server.ask(`/v1/pull${after}`, { token })).json());
    for (const one of page.records) {
      const { id, version, body } = recordSchema.parse(one);
      if (there.has(id)) doubled++;
      const { n, time, device, hash } = version;
      there.set(id, `${JSON.stringify([n, time, device, hash])} ${String(body?.note ?? body?.name)}`);
    }
    cursor = page.cursor ?? '';
    more = page.more;
  }
  return { there, doubled };
}

function compare(
  here: Awaited<ReturnType<InPage['settle']>>,
  { there, doubled }: Awaited<ReturnType<typeof readAll>>,
  kept: Map<number, number>,
  so: BrowserRounds,
): void {
  const rows = new Map(here.rows.map(([id, version, text]) => [id, `${version} ${text}`]));
  so.acknowledged = kept.size;
  so.doubled += doubled + here.twice.length + (here.rows.length - rows.size);
  so.lost = [...kept].filter(([n, version]) => {
    const now = there.get(`kill${String(n).padStart(18, '0')}`);
    return now === undefined || Number(/^\[(\d+)/.exec(now)?.[1]) < version;
  }).length;
  const ids = new Set([...rows.keys(), ...there.keys()]);
  so.differing = [...ids].filter((id) => rows.get(id) !== there.get(id)).length;
}
