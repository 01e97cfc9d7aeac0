import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type ChromePerson, openChrome } from '../../../src/dev/browsers/chrome.ts';
import type { InPage } from '../search/page.ts';
import { openCorpus, type Text } from '../search/texts.ts';

declare const bench: InPage;

const CHUNK = 2_000;
/** Texts that stand side by side in the corpus make a page of about 600 words. */
const TEXTS_A_PAGE = 12;
const PAGE_WORDS = 600;

/** Milliseconds to match a page of 600 words with so many lessons, in the extension's own worker. */
export async function timeMatching(extension: string, corpus: string | undefined, size: number, rounds: number) {
  const profile = mkdtempSync(join(tmpdir(), 'bench-context-'));
  const person = await openChrome({ extension, profile, visible: false });
  try {
    const script = await bundleDesk();
    const desk = createDesk(person, script);
    const texts = openCorpus(corpus, size);
    await desk(() => bench.join());
    for (let from = 0; from < size; from += CHUNK) {
      await desk((some) => bench.load(some), texts.slice(from, from + CHUNK));
      await desk(() => bench.tend());
    }
    const pages = Array.from({ length: rounds * 3 }, (_, i) => pageOf(texts.slice(i * 97, i * 97 + TEXTS_A_PAGE)));
    const cold: number[] = [];
    for (const page of pages.slice(0, rounds)) {
      await person.installed.stopWorker();
      cold.push(...(await desk((some) => bench.forPage(some), [page])).map(({ ms }) => ms));
    }
    const warm = (await desk((some) => bench.forPage(some), pages)).slice(rounds).map(({ ms }) => ms);
    return { 'first page of a worker': spread(cold), 'other pages after it': spread(warm) };
  } finally {
    await person.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Runs in the worker, to which our script is given where it was started anew. */
function createDesk({ installed }: ChromePerson, script: string) {
  return async <A extends unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T> => {
    const isThere = await installed.inWorker(() => 'bench' in globalThis);
    if (!isThere) await installed.inWorker(script as unknown as () => void);
    return installed.inWorker(work, ...args);
  };
}

function pageOf(texts: Text[]): { title: string; body: string } {
  const words = texts
    .map(({ body }) => body)
    .join('\n')
    .split(/\s+/);
  return { title: texts[0]?.title ?? '', body: words.slice(0, PAGE_WORDS).join(' ') };
}

function spread(values: number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1));
  return { p50: at(0.5), p95: at(0.95) };
}

async function bundleDesk(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['test/bench/search/page.ts'],
    bundle: true,
    format: 'iife',
    target: 'chrome127',
    minify: true,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
