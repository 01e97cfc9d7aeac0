import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type ChromePerson, openChrome } from '../../../src/dev/browsers/chrome.ts';
import type { Page } from '../../../src/search/page/page-query.ts';
import { openCorpus, type Text } from '../search/texts.ts';
import type { InWorker } from './desk.ts';

declare const desk: InWorker;

const CHUNK = 2_000;
/** Texts that stand side by side in the corpus make a page of about 600 words. */
const TEXTS_A_PAGE = 12;
const PAGE_WORDS = 600;

interface Matching {
  extension: string;
  corpus: string | undefined;
  size: number;
  rounds: number;
  /** A folder that keeps the browser's profile with its lessons for the next time. */
  cache: string | undefined;
}

/** Milliseconds to match a page of 600 words with so many lessons, in the extension's own worker. */
export async function timeMatching({ extension, corpus, size, rounds, cache }: Matching) {
  const profile = cache ? join(cache, `context-${size}`) : mkdtempSync(join(tmpdir(), 'bench-context-'));
  mkdirSync(profile, { recursive: true });
  const loaded = join(profile, 'lessons-are-there');
  const person = await openChrome({ extension, profile, visible: false });
  try {
    const script = await bundleDesk();
    const run = createDesk(person, script);
    const texts = openCorpus(corpus, size);
    // What an extension stores goes with the folder that it is loaded from.
    if (!existsSync(loaded) || readFileSync(loaded, 'utf8') !== extension) {
      await run(() => desk.join());
      for (let from = 0; from < size; from += CHUNK) {
        await run((some) => desk.load(some), texts.slice(from, from + CHUNK));
      }
      writeFileSync(loaded, extension);
    }
    await run((none) => desk.load(none), [] as Text[]);
    const pages = Array.from({ length: rounds * 3 }, (_, i) => pageOf(texts.slice(i * 97, i * 97 + TEXTS_A_PAGE)));
    const cold: number[] = [];
    for (const page of pages.slice(0, rounds)) {
      await person.installed.stopWorker();
      cold.push(...(await run((some) => desk.match(some), [page])));
    }
    const warm = (await run((some) => desk.match(some), pages)).slice(rounds);
    const again = await run(
      (some) => desk.match(some),
      Array.from({ length: rounds }, () => pages[0] as Page),
    );
    return {
      'first page of a worker': spread(cold),
      'other pages after it': spread(warm),
      'the same page again': spread(again.slice(1)),
    };
  } finally {
    await person.close();
    if (!cache) rmSync(profile, { recursive: true, force: true });
  }
}

/** Runs in the worker, to which our script is given where it was started anew. */
function createDesk({ installed }: ChromePerson, script: string) {
  return async <A extends unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T> => {
    const isThere = await installed.inWorker(() => 'desk' in globalThis);
    if (!isThere) await installed.inWorker(script as unknown as () => void);
    return installed.inWorker(work, ...args);
  };
}

function pageOf(texts: Text[]): Page {
  const words = texts
    .map(({ body }) => body)
    .join('\n')
    .split(/\s+/);
  return { url: '', title: texts[0]?.title ?? '', headings: [], body: words.slice(0, PAGE_WORDS).join(' ') };
}

function spread(values: number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1));
  return { p50: at(0.5), p95: at(0.95) };
}

async function bundleDesk(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['test/bench/context/desk.ts'],
    bundle: true,
    format: 'iife',
    target: 'chrome127',
    minify: true,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
