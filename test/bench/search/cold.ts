import type { Browser, Page } from 'puppeteer-core';
import type { Installed } from '../../../src/dev/browsers/chrome-extension.ts';
import { until } from '../../../src/dev/browsers/until.ts';
import { CHANNEL, type Seen } from './seen.ts';
import { holdsStore } from './store-files.ts';

/** One extension in the running browser, and a tab of it that opens no database. */
export interface Contender {
  name: string;
  installed: Installed;
  quiet: Page;
}

/** What a popup is to do when it comes up. */
interface Task {
  /** Typed as soon as the field is there; '' waits for the rows before typing. */
  query: string;
  /** Typed letter by letter afterwards. */
  letters?: string;
}

/** What the quiet tab of a contender keeps. */
interface Ear {
  seen?: Seen;
  channel?: BroadcastChannel;
  held?: Promise<IDBDatabase>;
}

const PATIENCE_MS = 6_000;

export async function enter(browser: Browser, name: string, installed: Installed): Promise<Contender> {
  const quiet = await browser.newPage();
  await quiet.goto(installed.address('manifest.json'));
  if (name === 'ours') await closeGreeting(quiet);
  await quiet.evaluate((channel) => {
    const ear = globalThis as Ear;
    ear.channel = new BroadcastChannel(channel);
    ear.channel.onmessage = ({ data }) => {
      ear.seen = data;
    };
  }, CHANNEL);
  return { name, installed, quiet };
}

/** So long the page that greets may take to come. It reads a list live, so it holds the database open. */
const GREETING_MS = 5_000;

/** Closes the page that greets where ours was just installed, which it is in every browser that is started. */
async function closeGreeting(quiet: Page): Promise<void> {
  const close = () =>
    quiet.evaluate(async () => {
      const tabs = await chrome.tabs.query({});
      const greeting = tabs.filter((tab) => (tab.pendingUrl ?? tab.url) === chrome.runtime.getURL('welcome.html'));
      await chrome.tabs.remove(greeting.flatMap(({ id }) => id ?? []));
      return greeting.length > 0;
    });
  await until('the page that greets', close, GREETING_MS).catch(() => {});
}

/**
 * Opens a contender's popup by its button over the tab that is in front, which does its task and says when; it is closed again. No
 * tab comes to the front for it: an extension's worker would hear of that and work beside the popup, or open what is to be closed.
 */
export async function openCold(
  { installed, quiet }: Contender,
  { query, letters = '' }: Task,
  front: Page,
): Promise<Seen> {
  await give(quiet, { query, letters });
  await (await installed.extension()).triggerAction(front);
  try {
    return await until('the first rows', () => quiet.evaluate(() => (globalThis as Ear).seen), PATIENCE_MS);
  } finally {
    await quiet.evaluate(() => (globalThis as Ear).channel?.postMessage('close'));
    await new Promise((resolve) => setTimeout(resolve, CLOSING_MS));
  }
}

/** The popup that opens next finds its task in its address: to look into any storage would take its time. */
async function give(quiet: Page, task: Task): Promise<void> {
  await quiet.evaluate(
    async (popup) => {
      delete (globalThis as Ear).seen;
      await chrome.action.setPopup({ popup });
    },
    `popup.html?${new URLSearchParams({ ...task })}`,
  );
}

const CLOSING_MS = 150;

/** Bytes of JavaScript objects in the popup that is open, after a collection. The debugger must be let into it. */
export async function heapOf({ installed, quiet }: Contender, query: string): Promise<number> {
  await give(quiet, { query });
  await quiet.bringToFront();
  await (await installed.extension()).triggerAction(quiet);
  const popup = await installed.pageOf('popup.html');
  // Long enough for what is loaded once there is time.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const client = await popup.createCDPSession();
  await client.send('HeapProfiler.enable');
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.detach();
  await popup.evaluate(() => window.close()).catch(() => {});
  await until('the popup to close', async () => popup.isClosed());
  return usedSize;
}

/** Ours is held by the worker itself, as in life; a peer has none, so a tab of it holds its database. SQLite's cannot be held. */
export async function hold({ installed, quiet, name }: Contender): Promise<void> {
  if (name === 'ours') {
    await installed.inWorker(() => chrome.runtime.id);
    await until('the worker to have come up', () => installed.inWorker(() => performance.now() > 1_000));
  } else if (name !== 'sqlite') {
    await quiet.evaluate(async () => {
      const ear = globalThis as Ear;
      ear.held ??= new Promise((resolve) => {
        const request = indexedDB.open('items');
        request.onsuccess = () => resolve(request.result);
      });
      await ear.held;
    });
  }
}

/** Chromium closes the store of an origin two seconds after its last database was closed. */
const CLOSED_MS = 3_000;
/** A worker that was just woken does first what it was woken for. */
const CLOSING_PATIENCE_MS = 15_000;

/** Nobody has any of their databases open, and the browser was seen to have closed them too, where that can be seen. */
export async function closeAll(contenders: Contender[]): Promise<void> {
  for (const { installed, quiet, name } of contenders) {
    // Where nothing woke it there is none, and to wait for one would take longer than all the rest.
    if (name === 'ours' && hasWorker(quiet, installed)) await installed.stopWorker().catch(() => {});
    await quiet.evaluate(async () => {
      const ear = globalThis as Ear;
      (await ear.held)?.close();
      delete ear.held;
    });
  }
  await new Promise((resolve) => setTimeout(resolve, CLOSED_MS));
  await until(
    'the stores to be closed',
    () => contenders.every(({ installed, quiet }) => !holdsStore(quiet.browser(), installed.id)),
    CLOSING_PATIENCE_MS,
  );
}

const hasWorker = (quiet: Page, { address }: Installed): boolean =>
  quiet
    .browser()
    .targets()
    .some((target) => target.type() === 'service_worker' && target.url().startsWith(address('')));
