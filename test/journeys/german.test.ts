import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import german from '../../public/_locales/de/messages.json' with { type: 'json' };
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { ChromePerson } from '../../src/dev/browsers/chrome.ts';
import { findProgram } from '../../src/dev/browsers/programs.ts';
import { openStage, type Stage } from '../../src/dev/walk/stage.ts';
import { DIST, PAGES } from './journey.ts';

/** Each at its narrowest; the popup makes its own width. */
const pages = { popup: 400, sidebar: 320, options: 320, welcome: 320 };
/** Sentences that are the same in both, such as names, tell nothing. */
const foreign = new Set(
  Object.entries(english)
    .filter(([key, { message }]) => message !== german[key as keyof typeof german].message)
    .map(([, { message }]) => message),
);

/** A browser has no German here; a build without English speaks it all the same. */
describe.skipIf(!findProgram('chrome'))('in German', () => {
  let folder: string;
  let stage: Stage;
  let person: ChromePerson;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sidelight-german-'));
    await cp(DIST, folder, { recursive: true });
    await rm(join(folder, 'chrome/_locales/en'), { recursive: true });
    const path = join(folder, 'chrome/manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...manifest, default_locale: 'de' }));
    stage = await openStage({ browser: 'chrome', dist: folder, pages: [PAGES] });
    person = (await stage.person('Ada')) as ChromePerson;
  });
  afterAll(async () => {
    await stage?.close();
    if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test.each(Object.entries(pages))(
    '%s says its language, no word of English, and fits in %i px',
    async (name, width) => {
      await person.openOwn(name as keyof typeof pages);
      const { tab } = person;
      await tab.waitForSelector('main, form, section');
      await tab.setViewport({ width, height: 800 });
      expect(await tab.evaluate(() => document.documentElement.lang)).toBe('de');
      const said = await readAll(tab);
      expect(said.length).toBeGreaterThan(3);
      expect(said.filter((one) => foreign.has(one))).toEqual([]);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await tab.close();
      await person.follow();
    },
  );
});

/** Every text and every name of a document. */
const readAll = (tab: Page): Promise<string[]> =>
  tab.evaluate(() => {
    const said: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) said.push(walker.currentNode.textContent?.trim() ?? '');
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) said.push(element.getAttribute(name) ?? '');
    }
    return said.filter((one) => one !== '');
  });
