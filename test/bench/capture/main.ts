/**
 * What the page layer costs, beside Hypothesis's annotator: `npm run bench -- capture [--extension dist/chrome]
 * [--rounds N] [--peer DIR] [--page short|long] [--only gestures,scripts,tasks,flood,idle]`. Five tables: how long from a gesture until the lesson
 * is durable and until the answer says so, on a short and on a long page, what a script weighs in a page of 1 MB, how long our tasks are there, how much
 * slower a flood of changes is beside us, and what an idle tab does. DIR is the npm package `hypothesis`, unpacked; without it, it is fetched.
 */
import { existsSync } from 'node:fs';
import { openChrome } from '../../../src/dev/browsers/chrome.ts';
import { readNumber, readOptions, refuse } from '../../../src/dev/options.mjs';
import { measureScripts } from './evaluation.ts';
import { grantedCopy } from './extension.ts';
import { measureFlood } from './flood.ts';
import { keepMany, measureGestures } from './gesture.ts';
import { measureIdle } from './idle.ts';
import { type BenchPage, servePages } from './page.ts';
import { findPeer } from './peer.ts';
import { measureTasks } from './tasks.ts';

const { values } = readOptions({
  options: {
    extension: { type: 'string', default: 'dist/chrome' },
    rounds: { type: 'string' },
    peer: { type: 'string' },
    only: { type: 'string' },
    page: { type: 'string' },
  },
});
const rounds = readNumber('rounds', values.rounds, 40);
const parts: Record<string, () => Promise<object>> = { gestures, scripts, tasks, flood, idle };
const names = values.only?.split(',') ?? Object.keys(parts);
const unknown = names.find((name) => !parts[name]);
if (unknown !== undefined) refuse(`There is no part "${unknown}". There are ${Object.keys(parts).join(', ')}.`);
if (!existsSync(values.extension)) refuse(`There is no built extension in ${values.extension}: npm run build`);

const LENGTHS = ['short', 'long'] as const;
const lengths = LENGTHS.filter((length) => values.page === undefined || values.page === length);
if (lengths.length === 0) refuse(`There is no page "${values.page}". There are ${LENGTHS.join(', ')}.`);

const peer = findPeer(values.peer);
if (!peer) console.log('Without Hypothesis: the package could not be had. Name an unpacked one with --peer DIR.');
const copy = grantedCopy(values.extension);
const pages = await servePages();
const person = await openChrome({ extension: copy.folder });
const figures: Record<string, object> = {};
try {
  for (const name of names) figures[name] = (await parts[name]?.()) ?? {};
  console.log(JSON.stringify(figures));
} finally {
  await person.close();
  pages.close();
  copy.remove();
}

async function gestures(): Promise<object> {
  const measured: Record<string, object> = {};
  for (const { address, kilobytes } of lengths.map((length) => pages[length])) {
    const spreads = await measureGestures(person, address, rounds);
    console.log(
      `From a gesture until it is durable, and until the answer says so, in ms, on a page of ${kilobytes} kB`,
    );
    console.table(spreads);
    measured[`${kilobytes} kB`] = spreads;
  }
  return measured;
}

async function scripts(): Promise<object> {
  const weights = await measureScripts(person, pages.long.address, copy.folder, peer);
  console.log('What is put into a page: bytes, evaluation in ms, JavaScript heap in kB after collection (medians)');
  console.table(weights);
  return weights;
}

async function tasks(): Promise<object> {
  await keepMany(person, `${pages.long.address}many`);
  const measured = await measureTasks(person, pages.long.address);
  console.log('Tasks that our code runs in, on a page of 1 MB: the worst of a few rounds, the longest in ms');
  console.table(measured);
  return measured;
}

async function flood(): Promise<object> {
  await keepSomething(pages.short);
  const [few, many] = [pages.short.address, `${pages.short.address}many`];
  await keepMany(person, many);
  const floods = await measureFlood(person, { few, many }, rounds);
  console.log('A flood of 200,000 changes, in ms, and as a share of the floor');
  console.table(floods);
  return floods;
}

async function idle(): Promise<object> {
  await keepSomething(pages.long);
  const rests = await measureIdle(person, pages.long.address);
  console.log('What a tab does by itself');
  console.table(rests);
  return rests;
}

/** So that there is something to paint, whatever was measured before. */
async function keepSomething({ address }: BenchPage): Promise<void> {
  await measureGestures(person, address, 1);
}
