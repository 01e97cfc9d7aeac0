/**
 * The page in view: `npm run bench -- context [--collections DIR] [--pages DIR] [--corpus FILE.jsonl.gz] [--size 100000]
 * [--extension dist/chrome] [--only order,shown,reading,matching] [--rounds 20] [--cache DIR]`. `order`: nDCG@10 beside FTS5, MiniSearch
 * and plain BM25 on the judged collections below DIR. `shown`: how much of what the panel would show is judged to fit, and
 * how many of 500 pages show something beside a collection that has nothing to do with them. `reading`: what of a page's
 * main text is kept beside Readability, on pages whose main text is known, and how long it takes. `matching`: a page of 600 words
 * against 100,000 lessons in the extension's worker; with a cache, they are there the next time. What a folder is missing
 * for is left out. Peers are fetched through npm into a temporary folder.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readNumber, readOptions, refuse } from '../../../src/dev/options.mjs';
import { loadStemmers } from '../../../src/search/text/language.ts';
import { readCollections } from './collections.ts';
import { createEngines, fetchPeers } from './engines.ts';
import { foreignOf, ndcgOf, shownOf } from './quality.ts';
import { openReader, shareOf, TRUTH, timeReading } from './reading.ts';
import { timeMatching } from './speed.ts';

const { values } = readOptions({
  options: {
    collections: { type: 'string' },
    pages: { type: 'string' },
    corpus: { type: 'string' },
    size: { type: 'string' },
    extension: { type: 'string', default: 'dist/chrome' },
    only: { type: 'string', default: 'order,shown,reading,matching' },
    rounds: { type: 'string' },
    cache: { type: 'string' },
  },
});

const parts: Record<string, () => Promise<object>> = { order, shown, reading, matching };
const only = values.only.split(',');
const unknown = only.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) refuse(`--only takes ${Object.keys(parts).join(', ')}, and "${unknown}" is none of them.`);
for (const folder of [values.collections, values.pages, values.corpus]) {
  if (folder && !existsSync(folder)) refuse(`${folder} is not there.`);
}
const all = values.collections ? readCollections(values.collections) : [];
const collections = all.filter(({ pages }) => pages.length > 0);
if (values.collections && collections.length === 0)
  refuse(`In ${values.collections} no folder has a qrels.tsv with pages.`);
if (values.pages && !existsSync(join(values.pages, TRUTH))) refuse(`${values.pages} has no ${TRUTH}.`);
const size = readNumber('size', values.size, 100_000);
const rounds = readNumber('rounds', values.rounds, 20);
const PAIRS = 500;
const MEGABYTE = 1_000_000;
const folder = mkdtempSync(join(tmpdir(), 'bench-context-'));
const modules = fetchPeers(folder);
if (!modules) console.log('Without peers: npm could not fetch them.');
const figures: Record<string, object> = {};
await loadStemmers();
try {
  for (const name of only) {
    const table = (await parts[name]?.()) ?? {};
    if (Object.keys(table).length === 0) continue;
    console.log(name);
    console.table(table);
    figures[name] = table;
  }
  console.log(JSON.stringify({ bench: 'context', ...figures }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function order(): Promise<object> {
  const rows: Record<string, Record<string, number>> = {};
  if (collections.length === 0) return rows;
  for (const [name, engine] of Object.entries(createEngines(modules))) {
    const row: Record<string, number> = {};
    for (const one of collections) row[one.name] = Number((await ndcgOf(engine, one)).toFixed(4));
    rows[name] = row;
  }
  return rows;
}

async function shown(): Promise<object> {
  const rows: Record<string, object> = {};
  for (const one of collections) {
    const { pages, strong, strongRight, shown: whole, shownRight } = await shownOf(one);
    const share = (right: number, of: number) => Number((right / Math.max(1, of)).toFixed(3));
    rows[one.name] = {
      pages,
      strong,
      'of them right': share(strongRight, strong),
      shown: whole,
      right: share(shownRight, whole),
    };
  }
  if (all.length > 1) {
    const { pages, withStrong, withAny } = await foreignOf(collections, all, PAIRS);
    rows['pages of others'] = { pages, 'with a strong one': withStrong, 'with any': withAny };
  }
  return rows;
}

async function reading(): Promise<object> {
  const reader = await openReader(modules);
  try {
    await reader.bring();
    const rows: Record<string, object> = values.pages
      ? await shareOf(reader.page, resolve(values.pages), modules !== null)
      : {};
    for (const megabytes of [0.1, 1, 20]) {
      const turns = megabytes > 1 ? 3 : rounds;
      const { page, bring } = reader;
      const isFair = modules !== null && megabytes <= 1;
      rows[`${megabytes} MB, ms`] = await timeReading(page, bring, megabytes * MEGABYTE, isFair, turns);
    }
    return rows;
  } finally {
    await reader.close();
  }
}

async function matching(): Promise<object> {
  if (existsSync(values.extension)) {
    const { corpus, cache } = values;
    return timeMatching({
      extension: resolve(values.extension),
      corpus,
      size,
      rounds,
      cache: cache && resolve(cache),
    });
  }
  console.log('Without matching: build the extension first.');
  return {};
}
