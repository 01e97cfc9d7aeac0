/**
 * Search in the built extension, in its real popup: `npm run bench -- search [--size 10000|100000|1000000]
 * [--corpus FILE.jsonl.gz] [--rounds 10] [--plot FILE.svg] [--no-peers] [--no-firefox] [--no-steps]
 * [--cache DIR] [--only prepare,desk,popup,firefox] [--minutes 10]`.
 *
 * FILE has one `{ id, title, body, tags, url }` a line; without it texts are generated. Where it has fewer than `--size`,
 * they come again in other spellings. Beside ours, in the same browser and the same minutes: the floor (the popup of an
 * extension that only opens its database and reads ten rows), MiniSearch and SQLite's FTS5, each in an extension of its
 * own, fetched through npm into a temporary folder. All is measured at 10,000, 100,000 and a million up to `--size`, and
 * drawn as a plot. Times of a popup begin with its first script. "home rows": until the first row stands there before
 * anything is typed; "first answer": until the first row that was found does, for a query that is typed as soon as there is
 * a field (this is what peers are measured by); "painted since navigation": until the frame with it was drawn, from the moment
 * at which the browser began to load the page. "held": the worker has the database open; "closed": nobody has, and the browser was
 * seen to have let go of its files (where the system tells, as Linux does; elsewhere nobody has had it for three seconds);
 * "restarted": the same, in the first popup of a browser that was just started. All popups open over one tab that stays in front, as
 * a person's does: a page of the web, which is answered here, with eight lessons. Without steps only `--size` itself is measured.
 *
 * With a cache (a folder that stays), what was taken in once is there the next time, and so is what was measured: the parts may
 * be run one by one (`--only`), and the last lines always join all that is kept, and say of which commit and when each part is.
 * It says what it is doing. No step (one part of one contender at one size) lasts longer than `--minutes`: one that does not end, or
 * fails, is given up and named at the end, and what was measured until then stands in the table.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readNumber, readOptions, refuse } from '../../../src/dev/options.mjs';
import { measureInChromium, type Options } from './chromium.ts';
import { searchCodeBytes } from './code-size.ts';
import type { Figures } from './figures.ts';
import { openFolders } from './folders.ts';
import { measureInFirefox } from './in-firefox.ts';
import { joinParts, PARTS, type PartName, type Report } from './parts.ts';
import { type Line, plot } from './plot.ts';
import { createSteps } from './steps.ts';
import { openCorpus } from './texts.ts';

const { values } = readOptions({
  allowNegative: true,
  options: {
    corpus: { type: 'string' },
    size: { type: 'string' },
    rounds: { type: 'string' },
    dist: { type: 'string', default: 'dist' },
    plot: { type: 'string', default: '.dev/bench/search.svg' },
    peers: { type: 'boolean', default: true },
    firefox: { type: 'boolean', default: true },
    cache: { type: 'string' },
    steps: { type: 'boolean', default: true },
    only: { type: 'string', default: PARTS.join() },
    minutes: { type: 'string' },
  },
});
const STEPS = [10_000, 100_000];
/** Firefox takes its texts in one by one through its debugger. */
const FIREFOX_MOST = 100_000;

const size = readNumber('size', values.size, 10_000);
if (size === 0) refuse('--size takes a number of texts.');
if (values.corpus && !existsSync(values.corpus)) refuse(`--corpus names ${values.corpus}, which is not there.`);
if (!existsSync(values.dist)) refuse('Build first: npm run build.');
const unknown = values.only.split(',').find((part) => part !== '' && !PARTS.includes(part as PartName));
if (unknown) refuse(`--only names ${unknown}. There are ${PARTS.join(', ')}.`);
const steps = createSteps(60_000 * readNumber('minutes', values.minutes, 10));
const options: Options = {
  extension: resolve(values.dist, 'chrome'),
  corpus: openCorpus(values.corpus, size),
  sizes: [...STEPS.filter((step) => values.steps && step < size), size],
  rounds: readNumber('rounds', values.rounds, 10),
  withPeers: values.peers,
  only: PARTS.filter((part) => values.only.split(',').includes(part)),
};

const folders = openFolders(values.cache, {
  corpus: values.corpus ? resolve(values.corpus) : '',
  withPeers: values.peers,
});
try {
  if (options.only.some((part) => part !== 'firefox')) await measureInChromium(folders, steps, options);
  if (values.firefox && options.only.includes('firefox')) {
    const extension = resolve(values.dist, 'firefox');
    for (const at of options.sizes.filter((one) => one <= FIREFOX_MOST)) {
      await steps.run(`${at.toLocaleString('en')} Firefox`, (say, signal) =>
        measureInFirefox(folders, { ...options, extension }, at, { say, signal }),
      );
    }
  }
  const measured = folders.measured.all();
  const report = joinParts(measured);
  print(report);
  for (const { size: at, part, commit, at: when } of measured) {
    console.log(`${at.toLocaleString('en')} ${part}: ${commit}, ${when.slice(0, 16).replace('T', ' ')} UTC`);
  }
  const code = await searchCodeBytes();
  for (const sentence of steps.left) console.log(`Not measured: ${sentence}`);
  const { plain, reads, writes, all } = code;
  console.log(
    `Search code without stemmers, bytes packed: ${plain} for one word, ${reads} for all that reads, ${writes} for all that writes, ${all} together.`,
  );
  console.log(`Cost as it grows: ${draw(report)}`);
  console.log(
    JSON.stringify({ bench: 'search', size, corpus: values.corpus ?? 'generated', codeBytes: code, sizes: report }),
  );
} finally {
  folders.remove();
}
// What was given up may never end by itself.
if (steps.left.length > 0) process.exit(1);

/** One table a size: a figure a line, a contender a column. */
function print(report: Report): void {
  for (const [at, byName] of Object.entries(report)) {
    console.log(`\n${Number(at).toLocaleString('en')} items`);
    const names = new Set(Object.values(byName).flatMap(Object.keys));
    const lines = [...names].map((name) => [name, lineOf(byName, name)] as const);
    console.table(Object.fromEntries(lines));
  }
}

function lineOf(byName: Record<string, Figures>, name: string): Figures {
  return Object.fromEntries(
    Object.entries(byName).flatMap(([who, figures]) => (name in figures ? [[who, figures[name] ?? 0]] : [])),
  );
}

/** Where the plot was written. */
function draw(report: Report): string {
  const drawn = [
    ['ours', 'popup held, home rows, ms p50', 'popup, held: home'],
    ['ours', 'popup held, first answer, ms p50', 'popup, held: answer'],
    ['ours', 'popup closed, first answer, ms p50', 'popup, closed: answer'],
    ['floor', 'popup closed, first answer, ms p50', 'floor, closed'],
    ['minisearch', 'popup closed, first answer, ms p50', 'MiniSearch, closed'],
    ['sqlite', 'popup closed, first answer, ms p50', 'SQLite, closed'],
    ['ours', 'find two, ms p95', 'keystroke p95'],
    ['minisearch', 'find two, ms p95', 'MiniSearch keystroke p95'],
    ['ours', 'durable add, ms p95', 'durable add p95'],
  ];
  const lines = drawn.map(([who = '', figure = '', name = '']): Line => {
    const points = Object.entries(report).flatMap(([at, byName]) => {
      const cost = byName[who]?.[figure];
      return cost === undefined ? [] : [{ size: Number(at), cost }];
    });
    return { name, points };
  });
  if (lines.every(({ points }) => points.length === 0)) return 'nothing to draw';
  const path = resolve(values.plot);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    plot(
      'Search: cost as the collection grows',
      'ms',
      lines.filter(({ points }) => points.length > 0),
    ),
  );
  return path;
}
