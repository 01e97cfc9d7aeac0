import type { Browser, Page } from 'puppeteer-core';
import { type Installed, install } from '../../../src/dev/browsers/chrome-extension.ts';
import { until } from '../../../src/dev/browsers/until.ts';
import type { Seen } from './probe.ts';

declare const seen: Seen | undefined;

/** One popup, opened by its button and closed again. */
export interface Opened extends Seen {
  /** Bytes of JavaScript objects after a collection. */
  heap: number;
}

/** One extension in the running browser, and a tab of it that opens no database. */
export interface Contender {
  name: string;
  installed: Installed;
  quiet: Page;
}

export async function enter(browser: Browser, name: string, folder: string): Promise<Contender> {
  const installed = await install(browser, folder);
  const quiet = await browser.newPage();
  await quiet.goto(installed.address('manifest.json'));
  return { name, installed, quiet };
}

/** The debugger's own beginnings in a page take its time: a popup is left alone until it has most likely drawn its rows. */
const UNSEEN_MS = 1_500;

/** Chromium closes the store of an origin two seconds after its last database was closed. */
const CLOSED_MS = 3_000;

/** Opens a contender's popup, which searches for `query` at once. */
export async function openCold(contender: Contender, query: string, state: 'held' | 'closed'): Promise<Opened> {
  const { installed, quiet } = contender;
  await quiet.evaluate((typed) => localStorage.setItem('bench-query', typed), query);
  const release = state === 'held' ? await hold(contender) : await closeAll(contender);
  await quiet.bringToFront();
  await (await installed.extension()).triggerAction(quiet);
  await new Promise((resolve) => setTimeout(resolve, UNSEEN_MS));
  const popup = await installed.pageOf('popup.html');
  try {
    const times = await until('the first rows', () => popup.evaluate(() => (seen?.painted ? seen : null)), 10_000);
    return { ...times, heap: await heapOf(popup) };
  } finally {
    await popup.evaluate(() => window.close()).catch(() => {});
    await until('the popup to close', async () => popup.isClosed());
    await release();
  }
}

/** Ours is held by the worker itself, as in life; a peer has none, so a tab of it holds its database. */
async function hold({ installed, quiet, name }: Contender): Promise<() => Promise<void>> {
  if (name === 'ours') {
    await installed.inWorker(() => chrome.runtime.id);
    await until('the worker to have come up', () => installed.inWorker(() => performance.now() > 1_000));
    return async () => {};
  }
  if (name === 'sqlite') return async () => {};
  await quiet.evaluate(async () => {
    const holder = globalThis as { held?: Promise<IDBDatabase> };
    holder.held ??= new Promise((resolve) => {
      const request = indexedDB.open('items');
      request.onsuccess = () => resolve(request.result);
    });
    await holder.held;
  });
  return () =>
    quiet.evaluate(async () => {
      const holder = globalThis as { held?: Promise<IDBDatabase> };
      (await holder.held)?.close();
      delete holder.held;
    });
}

async function closeAll({ installed, name }: Contender): Promise<() => Promise<void>> {
  if (name === 'ours') await installed.stopWorker().catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, CLOSED_MS));
  return async () => {};
}

async function heapOf(page: Page): Promise<number> {
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.enable');
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return usedSize;
}
