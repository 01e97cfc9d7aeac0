import type { Page } from 'puppeteer-core';
import { servePages } from '../../../src/dev/page-server.mjs';
import type { Contender } from './cold.ts';
import type { InPage } from './page.ts';

declare const bench: InPage;

/** What is in front when popups open: a page of the web, which has lessons. */
export interface Front {
  page: Page;
  close(): Promise<void>;
}

const PAGES = 'test/fixtures/pages';
/** So many of its lessons are read for the home; a few more than are seen. */
const LESSONS = 8;
/** In front for so long nobody has anything to do about it any more. */
const REST_MS = 1_000;

/** Serves the page on this machine and shows it. Its lessons are taken in as from a file, so a profile gets some more each time. */
export async function openFront(ours: Contender): Promise<Front> {
  const server = await servePages([PAGES]);
  const address = `${server.url}/article.html`;
  await takeIn(ours, address);
  const page = await ours.quiet.browser().newPage();
  await page.goto(address);
  await page.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  return {
    page,
    async close() {
      await page.close();
      await server.close();
    },
  };
}

async function takeIn({ installed, quiet }: Contender, url: string): Promise<void> {
  const desk = await quiet.browser().newPage();
  await desk.goto(installed.address('desk.html'));
  await desk.waitForFunction(() => 'bench' in globalThis);
  const newest = Date.now();
  const texts = Array.from({ length: LESSONS }, (_, i) => ({
    id: newest + i,
    title: `What this page taught, ${i + 1}`,
    body: 'A passage that was kept on the page in front.',
    tags: ['here'],
    url,
  }));
  await desk.evaluate(async (some) => {
    await bench.hand(some);
    await bench.adopt();
    await bench.close();
  }, texts);
  await desk.close();
}
