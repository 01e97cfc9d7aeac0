/**
 * Search in the built extension, in Chromium: `npm run bench -- search --corpus FILE.jsonl.gz [--size 10000] [--rounds 5]`.
 * FILE has one `{ id, title, body, tags, url }` a line; where it has fewer than `--size`, they come again in other
 * spellings. Beside ours stands the floor: a page that only opens the database and reads ten records.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { type ChromePerson, openChrome } from '../../../src/dev/browsers/chrome.ts';
import type { InPage } from './page.ts';
import { floor, typeInPopup } from './popup.ts';
import { readTexts, type Text, typedFor } from './texts.ts';

declare const bench: InPage;

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    size: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
    extension: { type: 'string', default: 'dist/chrome' },
  },
});
const [size, rounds] = [Number(values.size), Number(values.rounds)];
if (!values.corpus || !existsSync(values.corpus) || !existsSync(values.extension)) {
  console.error('Build first, and say where the texts are: npm run bench -- search --corpus FILE.jsonl.gz');
  process.exit(1);
}

const CHUNK = 5000;
const QUERIES = 100;
const profile = mkdtempSync(join(tmpdir(), 'bench-search-'));
const person = await openChrome({ extension: resolve(values.extension), profile, visible: false });
try {
  const report = await measure(person, readTexts(values.corpus, size));
  console.table(report);
  console.log(JSON.stringify({ bench: 'search', size, ...report }));
} finally {
  await person.close();
  rmSync(profile, { recursive: true, force: true });
}

async function measure(chrome: ChromePerson, texts: Text[]): Promise<Record<string, number>> {
  const desk = await openDesk(chrome);
  const report: Record<string, number> = {};
  let [loadMs, tendMs] = [0, 0];
  await desk.evaluate(() => bench.join());
  for (let i = 0; i < texts.length; i += CHUNK) {
    loadMs += await desk.evaluate((some) => bench.load(some), texts.slice(i, i + CHUNK));
    tendMs += await desk.evaluate(() => bench.tend());
  }
  report['import, items/s'] = Math.round((1000 * texts.length) / (loadMs + tendMs));
  const { records, segments, indexBytes } = await desk.evaluate(() => bench.size());
  Object.assign(report, { segments, 'index, bytes an item': Math.round(indexBytes / records) });
  for (const [name, queries] of Object.entries(typedFor(texts, QUERIES))) {
    const asked = await desk.evaluate((some) => bench.find(some), queries);
    note(
      report,
      `find ${name}, ms`,
      asked.map(({ ms }) => ms),
    );
    report[`find ${name}, answered`] = asked.filter(({ total }) => total > 0).length / asked.length;
  }
  note(report, 'add, ms', await desk.evaluate(() => bench.keep(50)));
  const pages = texts.slice(0, 20).map(({ title }, i) => ({ title, body: bodyFor(texts, i) }));
  note(
    report,
    'page of 600 words, ms',
    (await desk.evaluate((some) => bench.forPage(some), pages)).map(({ ms }) => ms),
  );
  await measurePopup(chrome, texts, report);
  return report;
}

/** A page of about 600 words, put together from texts that stand side by side. */
function bodyFor(texts: Text[], i: number): string {
  const side = texts.slice(i * 12, i * 12 + 12);
  return side.map(({ body }) => body).join('\n');
}

async function measurePopup(chrome: ChromePerson, texts: Text[], report: Record<string, number>): Promise<void> {
  const times: number[][] = [];
  const floors: number[] = [];
  for (const query of typedFor(texts, rounds).two) {
    floors.push(await floor(chrome));
    times.push(await typeInPopup(chrome, query));
  }
  note(report, 'floor, ms', floors);
  note(
    report,
    'popup, first rows, ms',
    times.map(([first = 0]) => first),
  );
  note(
    report,
    'popup, each further letter, ms',
    times.flatMap((some) => some.slice(1)),
  );
}

/** A page of the extension in which the bench works on its database. */
async function openDesk(chrome: ChromePerson) {
  const { outputFiles } = await build({
    entryPoints: ['test/bench/search/page.ts'],
    bundle: true,
    format: 'iife',
    target: 'chrome127',
    minify: true,
    write: false,
  });
  await chrome.openTab(chrome.installed.address('manifest.json'));
  const desk = chrome.tab;
  await desk.evaluate(outputFiles[0]?.text ?? '');
  return desk;
}

function note(report: Record<string, number>, name: string, values: number[]): void {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));
  report[`${name} p50`] = at(0.5);
  report[`${name} p95`] = at(0.95);
}
