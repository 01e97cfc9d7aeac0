import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChromePerson } from '../../src/dev/browsers/chrome.ts';
import { findProgram } from '../../src/dev/browsers/programs.ts';
import { openStage, type Stage } from '../../src/dev/walk/stage.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { ask } from '../../src/dev/walk/steps/ask.ts';
import { join } from '../../src/dev/walk/steps/join.ts';
import { BY_KEY, keepByKey, writeLesson } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { DIST, PAGES } from './journey.ts';

const pages = ['popup', 'sidebar', 'options', 'welcome'] as const;
/** The side panel at its narrowest, and a page of ours in a tab. The popup makes its own width. */
const widths = { popup: [400], sidebar: [320, 600], options: [320, 1200], welcome: [320, 1200] };
/** Colours that glide to others would be read half way. */
const STILL = { name: 'prefers-reduced-motion', value: 'reduce' };
const looks: Record<string, { name: string; value: string }[]> = {
  light: [{ name: 'prefers-color-scheme', value: 'light' }],
  dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
  'forced colours': [{ name: 'forced-colors', value: 'active' }],
};
const SETTLED = 'main, form, [role=main], section';

describe.skipIf(!findProgram('chrome'))('every page of ours, empty and filled', () => {
  let stage: Stage;
  let person: ChromePerson;
  let axe: string;

  beforeAll(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    stage = await openStage({ browser: 'chrome', dist: DIST, pages: [PAGES] });
    person = (await stage.person('Ada')) as ChromePerson;
  });
  afterAll(() => stage?.close());

  test.each(pages)(
    '%s has nothing that axe refuses, and never scrolls sideways, before anything was kept',
    async (name) => {
      expect(await faults(name)).toEqual([]);
    },
  );

  test('once lessons, a question and a team are there', async () => {
    await person.openTab(`${stage.pages.url}/article.html`);
    for (const step of [writeLesson, keepByKey, ask, join]) await step.walk(stage);
  });

  test.each(pages)(
    '%s has nothing that axe refuses, and never scrolls sideways, with lessons and a team',
    async (name) => {
      expect(await faults(name)).toEqual([]);
    },
  );

  test('what lies behind a click has nothing that axe refuses either: the share preview, the join page of the server', async () => {
    await person.openTab(`${stage.pages.url}/article.html`);
    const panel = await allowAll(person);
    await panel.click('button', words('panelShare'), BY_KEY);
    await panel.see(words('shareExactlyWhom', (await stage.team()).name));
    const found = await faultsIn(await person.installed.pageOf('sidebar.html'), 'share preview', [320, 600]);
    await panel.close();
    await person.goTo(await (await stage.team()).invite('member', 1));
    await person.tab.waitForSelector(SETTLED);
    expect([...found, ...(await faultsIn(person.tab, 'join page', [320, 1200]))]).toEqual([]);
  });

  async function faults(name: (typeof pages)[number]): Promise<string[]> {
    await person.openOwn(name);
    const { tab } = person;
    await tab.waitForSelector(SETTLED);
    const found = await faultsIn(tab, name, widths[name]);
    await tab.close();
    return found;
  }

  async function faultsIn(tab: Page, name: string, sizes: number[]): Promise<string[]> {
    const client = await tab.createCDPSession();
    const found: string[] = [];
    for (const width of sizes) {
      await tab.setViewport({ width, height: 800 });
      for (const [look, features] of Object.entries(looks)) {
        await client.send('Emulation.setEmulatedMedia', { features: [...features, STILL] });
        for (const direction of ['ltr', 'rtl']) {
          await tab.evaluate((dir) => {
            document.documentElement.dir = dir;
          }, direction);
          const refused = [...(await refusals(tab)), ...(await overflow(tab))];
          found.push(...refused.map((fault) => `${name}, ${width} px, ${look}, ${direction}: ${fault}`));
        }
      }
    }
    return found;
  }

  async function refusals(tab: Page): Promise<string[]> {
    await tab.evaluate(axe);
    return tab.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(document);
      return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    });
  }
});

const overflow = (tab: Page): Promise<string[]> =>
  tab.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth ? [`it is ${root.scrollWidth} px wide in ${root.clientWidth} px`] : [];
  });
