import browser from 'webextension-polyfill';
import { kinds } from '../../../src/domain/kinds/index.ts';
import { normaliseUrl } from '../../../src/domain/url.ts';
import { hashBody } from '../../../src/domain/version.ts';
import { beginImport } from '../../../src/pages/options/data/importing.ts';
import type { Adoptable } from '../../../src/store/adopt.ts';
import { openStore } from '../../../src/store/db.ts';
import { dropMarks } from '../../../src/store/drop-marks.ts';
import { find } from '../../../src/store/find.ts';
import { forPage } from '../../../src/store/for-page.ts';
import { keep } from '../../../src/store/keep.ts';
import { leaveMarks } from '../../../src/store/marks-left.ts';
import { tendIndex } from '../../../src/store/tend-index.ts';
import { closeStore } from '../../store/close-store.ts';
import type { Text } from './texts.ts';
import { openAlone, writeRows } from './write-floor.ts';

/** What the bench does inside a page of the extension, on the extension's own database. */
export interface InPage {
  /** Closes the page that greets after installing, also where it is still to come: it would read anew after everything that is written here. */
  alone(): Promise<void>;
  /** Takes texts that are to be imported next. */
  hand(texts: Text[]): Promise<void>;
  /** Imports what was handed over, as a person does from a file who has looked at what it would bring. Milliseconds since that was agreed to. */
  adopt(): Promise<number>;
  /** The longest stretch, in ms, that the page could do nothing else since it was last asked. */
  longest(): Promise<number>;
  /** Tends the index until nothing is left to do. Milliseconds. */
  tend(): Promise<number>;
  /** What the worker does some seconds after much was written. */
  settle(): Promise<void>;
  find(queries: string[]): Promise<Asked[]>;
  /** Keeps so many lessons one by one, and in turn with them writes one small row alone that waits for the disk as well. Milliseconds each. */
  keep(count: number): Promise<{ kept: number[]; alone: number[] }>;
  /** The same rows written again with nothing of ours, a second. */
  floor(): Promise<number>;
  forPage(pages: { title: string; body: string }[]): Promise<Asked[]>;
  size(): Promise<{ records: number; segments: number; indexBytes: number }>;
  close(): Promise<void>;
}

export interface Asked {
  ms: number;
  total: number;
}

const store = openStore();
const handed: Adoptable[] = [];
const FLOOR_ROWS = 5_000;
/** So long at least a person looks at what a file would bring, and finds the button. */
const LOOK_MS = 1_000;
/** Tenths of a second in which the page that greets comes, where it does. */
const GREETED_AFTER = 50;

async function timed(work: () => Promise<number>): Promise<Asked> {
  const from = performance.now();
  const total = await work();
  return { ms: performance.now() - from, total };
}

async function inTurn<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}

/** Tasks of more than 50 ms, which is what a person begins to feel; 0 in browsers that do not tell. */
let longest = 0;
if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask' });
}

const bench: InPage = {
  async longest() {
    const seen = longest;
    longest = 0;
    return seen;
  },
  async alone() {
    for (let looks = 0; looks < GREETED_AFTER; looks++) {
      const tabs = await browser.tabs.query({});
      const greeting = tabs.filter((tab) => (tab.pendingUrl ?? tab.url) === browser.runtime.getURL('welcome.html'));
      await browser.tabs.remove(greeting.flatMap(({ id }) => id ?? []));
      if (greeting.length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  },
  close: async () => closeStore(store),
  async hand(texts) {
    handed.push(...(await Promise.all(texts.map(toAdoptable))));
  },
  async adopt() {
    const records = handed.splice(0);
    const importing = beginImport(store, records);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const { ms } = await timed(async () => {
      const adopted = await importing.run(() => {}).finally(importing.stop);
      if (!adopted.ok) throw new Error(adopted.failure.code);
      return records.length;
    });
    return ms;
  },
  tend: async () =>
    (
      await timed(async () => {
        while (await tendIndex(store, 50));
        return 0;
      })
    ).ms,
  settle: async () => void (await dropMarks(store.relaxed)),
  find: (queries) =>
    inTurn(queries, (query) => timed(async () => (await find(store.relaxed, query, { limit: 10 })).total)),
  keep: async (count) => {
    const [kept, alone]: [number[], number[]] = [[], []];
    const bare = await openAlone();
    for (let i = 0; i < count; i++) {
      const body = { created: i, title: `Kept ${i}`, note: 'while the bench runs' };
      const what = { id: crypto.randomUUID(), kind: 'lesson' as const, body };
      const { ms, total } = await timed(async () => Number((await keep(store, what, () => 1)).ok));
      if (total === 0) throw new Error('A lesson was not kept.');
      kept.push(ms);
      alone.push((await timed(() => bare.write(i))).ms);
    }
    await bare.close();
    return { kept, alone };
  },
  async floor() {
    const rows = await store.relaxed.records.orderBy('number').reverse().limit(FLOOR_ROWS).toArray();
    const like = store.relaxed.backendDB().transaction('records').objectStore('records');
    const ms = await writeRows(rows, like);
    // They lie in the same store, and would be walked over by whoever opens it next, as ours are where nobody takes them away.
    await leaveMarks(store.relaxed, rows.length);
    return Math.round((1000 * rows.length) / ms);
  },
  forPage: (pages) =>
    inTurn(pages, (page) =>
      timed(async () => (await forPage(store.relaxed, { url: '', headings: [], ...page }, { limit: 10 })).fits.length),
    ),
  async size() {
    let indexBytes = 0;
    await store.relaxed.leaves.each(({ terms, data }) => (indexBytes += terms.length + data.length));
    await store.relaxed.lists.each(({ bytes }) => (indexBytes += bytes.length));
    return { records: await store.relaxed.records.count(), segments: await store.relaxed.segments.count(), indexBytes };
  },
};

async function toAdoptable({ id, title, body, tags, url }: Text): Promise<Adoptable> {
  const target = { url: normaliseUrl(url), href: url, title, selectors: [] };
  const lesson = { created: id, title, quote: body, tags, lang: 'en', target };
  const version = { n: 1, time: id, device: 'd', hash: await hashBody(lesson) };
  return {
    id: `text${String(id).padStart(18, '0')}`,
    kind: 'lesson',
    schema: kinds.lesson.version,
    version,
    body: lesson,
  };
}

Object.assign(globalThis, { bench });
