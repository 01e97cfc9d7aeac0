import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { launch, type Page } from 'puppeteer-core';
import { findProgram } from '../../../src/dev/browsers/programs.ts';
import type { InPage } from './page.ts';

declare const bench: InPage;

/** A browser with a page in which the product's reader stands, beside Readability where it could be had. */
export async function openReader(modules: string | null) {
  const program = findProgram('chrome');
  if (!program) throw new Error('No Chrome, Chromium or Edge was found. Install one, or name it in CHROME.');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await launch({ executablePath: program.path, args });
  const page = await browser.newPage();
  const { outputFiles } = await build({
    entryPoints: ['test/bench/context/page.ts'],
    bundle: true,
    format: 'iife',
    target: 'chrome127',
    minify: true,
    write: false,
  });
  const peer = modules ? readFileSync(join(modules, '@mozilla/readability/Readability.js'), 'utf8') : '';
  const bring = async (): Promise<void> => {
    if (peer) await page.evaluate(`${peer};globalThis.Readability = Readability`);
    await page.evaluate(outputFiles[0]?.text ?? '');
  };
  return { page, bring, close: () => browser.close() };
}

/** Share of the main text that was kept, and share of what was kept that is main text, by runs of four words. */
export interface Share {
  kept: number;
  right: number;
}

/** What the pages say, by their ids. */
export const TRUTH = 'ground-truth.json';

/** Reads pages whose main text is known: a folder with {@link TRUTH} (`{ id: { articleBody } }`) and `html/ID.html.gz`. */
export async function shareOf(page: Page, folder: string, peer: boolean): Promise<Record<string, Share>> {
  const truth: Record<string, { articleBody: string }> = JSON.parse(readFileSync(join(folder, TRUTH), 'utf8'));
  const sums: Record<string, Share[]> = { ours: [], ...(peer ? { Readability: [] } : {}) };
  for (const [id, { articleBody }] of Object.entries(truth)) {
    const html = gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))).toString('utf8');
    sums.ours?.push(compare(await page.evaluate((text) => bench.read(text), html), articleBody));
    if (peer)
      sums.Readability?.push(compare(await page.evaluate((text) => bench.readability(text), html), articleBody));
  }
  return Object.fromEntries(Object.entries(sums).map(([name, shares]) => [name, mean(shares)]));
}

const RUN = 4;

function compare(got: string, wanted: string): Share {
  const [mine, theirs] = [runsOf(got), runsOf(wanted)];
  let met = 0;
  for (const [run, times] of theirs) met += Math.min(times, mine.get(run) ?? 0);
  const all = (runs: Map<string, number>): number => [...runs.values()].reduce((sum, times) => sum + times, 0);
  return { kept: met / Math.max(1, all(theirs)), right: met / Math.max(1, all(mine)) };
}

function runsOf(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - RUN + 1); i++) {
    const run = words.slice(i, i + RUN).join(' ');
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

const mean = (shares: Share[]): Share => ({
  kept: shares.reduce((sum, { kept }) => sum + kept, 0) / shares.length,
  right: shares.reduce((sum, { right }) => sum + right, 0) / shares.length,
});

/** Times the reading of a made-up page of so many bytes: median total and longest task of a few rounds, in ms. */
export async function timeReading(
  page: Page,
  bring: () => Promise<void>,
  bytes: number,
  peer: boolean,
  rounds: number,
) {
  await page.setContent(writePage(bytes), { waitUntil: 'domcontentloaded' });
  await bring();
  await page.evaluate(() => bench.time());
  const times: { totalMs: number; longestMs: number }[] = [];
  for (let i = 0; i < rounds; i++) times.push(await page.evaluate(() => bench.time()));
  const median = (values: number[]): number => Number(values.sort((a, b) => a - b)[values.length >> 1]?.toFixed(1));
  return {
    'ours, in all': median(times.map(({ totalMs }) => totalMs)),
    'ours, longest task': Number(Math.max(...times.map(({ longestMs }) => longestMs)).toFixed(1)),
    ...(peer
      ? { 'Readability, one task': Math.round((await page.evaluate(() => bench.timeReadability())).totalMs) }
      : {}),
  };
}

const WORDS = 'yeast feeds on sugar and gives off gas which a well worked dough holds until the oven sets it'.split(
  ' ',
);

/** Like a long manual: chapters, paragraphs with links and code, lists, tables, and a menu of everything. */
function writePage(bytes: number): string {
  let state = 1;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const words = (count: number): string => Array.from({ length: count }, () => WORDS[next(WORDS.length)]).join(' ');
  const paragraph = (): string =>
    `<p>${words(30)} <a href="#x">${words(3)}</a>, ${words(20)} <code>${words(1)}</code>.</p>`;
  const chapter = (i: number): string =>
    `<section><h2 id="c${i}">${words(4)}</h2>${paragraph()}${paragraph()}<ul><li>${words(9)}</li><li>${words(12)}</li></ul>` +
    `<table><tr><td>${words(3)}</td><td>${words(5)}</td></tr></table>${paragraph()}</section>`;
  let text = '';
  for (let i = 0; text.length < bytes * 0.95; i++) text += chapter(i);
  const menu = Array.from({ length: 400 }, (_, i) => `<li><a href="#c${i}">${words(3)}</a></li>`).join('');
  return `<!doctype html><html lang="en"><title>A manual</title><body><div class="side"><ul>${menu}</ul></div><div class="doc">${text}</div></body></html>`;
}
