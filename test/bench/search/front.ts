import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import type { Contender } from './cold.ts';
import type { InPage } from './page.ts';

declare const bench: InPage;

/** Answered here, in the place of the web. It stays the same, so that its lessons are taken into a profile once. */
const ADDRESS = 'https://lessons.example/article';
const PAGE = 'test/fixtures/pages/article.html';
/** So many of its lessons are read for the home; a few more than are seen. */
const LESSONS = 8;
/** Numbers of texts that no corpus has. */
const FIRST = 9_000_000_000_000;
/** In front for so long nobody has anything to do about it any more. */
const REST_MS = 2_000;

/** What is in front when popups open: a page of the web, which has lessons. */
export async function openFront(ours: Contender): Promise<Page> {
  await takeIn(ours);
  const page = await ours.quiet.browser().newPage();
  const body = await readFile(PAGE);
  await page.setRequestInterception(true);
  page.on('request', (request) => void request.respond({ status: 200, contentType: 'text/html', body }));
  await page.goto(ADDRESS);
  await page.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  return page;
}

/** As from a file; what stands there already stays as it is. The index is tended then, which the worker would do beside the popups. */
async function takeIn({ installed, quiet }: Contender): Promise<void> {
  const desk = await quiet.browser().newPage();
  await desk.goto(installed.address('desk.html'));
  await desk.waitForFunction(() => 'bench' in globalThis);
  const texts = Array.from({ length: LESSONS }, (_, i) => ({
    id: FIRST + i,
    title: `What this page taught, ${i + 1}`,
    body: 'A passage that was kept on the page in front.',
    tags: ['here'],
    url: ADDRESS,
  }));
  await desk.evaluate(async (some) => {
    await bench.hand(some);
    await bench.adopt();
    await bench.tend();
    await bench.close();
  }, texts);
  await desk.close();
}
