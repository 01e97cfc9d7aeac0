import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type ChromePerson, openChrome } from '../../src/dev/browsers/chrome.ts';
import { findProgram } from '../../src/dev/browsers/programs.ts';
import { openStage, type Stage } from '../../src/dev/walk/stage.ts';
import { writeLesson } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { DIST, PAGES } from './journey.ts';
import { lookOver } from './look-over.ts';

/** What a browser gives a popup at most is 800 by 600 of its own pixels: at 200 % that is as much as this. */
const ZOOMED = { width: 400, height: 300, deviceScaleFactor: 2 };

/** What is cut off without being said to be by an ellipsis, and what cannot be scrolled to. */
const cutOff = (tab: Page): Promise<string[]> =>
  tab.evaluate(() => {
    const isSeen = (one: Element) => !one.closest('.hidden-visually, svg') && one.getClientRects().length > 0;
    const cuts = (one: Element) => {
      const { overflowX, textOverflow } = getComputedStyle(one);
      const isWider = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0;
      return isWider && textOverflow !== 'ellipsis' && (overflowX === 'hidden' || overflowX === 'clip');
    };
    const all = [...document.body.querySelectorAll('*')].filter(isSeen);
    const beyond = all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
    const { scrollWidth, clientWidth } = document.documentElement;
    return [
      ...all.filter(cuts).map((one) => `cut off: ${one.className || one.tagName}`),
      ...beyond.map((one) => `beyond the edge: ${one.className || one.tagName}`),
      ...(scrollWidth > clientWidth ? [`${scrollWidth} px wide in ${clientWidth}`] : []),
    ];
  });

describe.skipIf(!findProgram('chrome'))('how the popup looks', () => {
  let stage: Stage;
  let person: ChromePerson;

  beforeAll(async () => {
    stage = await openStage({ browser: 'chrome', dist: DIST, pages: [PAGES] });
    person = (await stage.person('Ada')) as ChromePerson;
    await writeLesson.walk(stage);
  });
  afterAll(() => stage?.close());

  test.each([
    ['at 200 %', ''],
    ['with letters twice as large', 'font-size: 200%'],
  ])('%s nothing is cut off or stands beyond its edge, and its last button can be reached', async (_, style) => {
    const view = await person.openOwn('popup');
    const { tab } = person;
    await tab.setViewport(style === '' ? ZOOMED : { width: 400, height: 504 });
    await tab.evaluate((css) => document.documentElement.setAttribute('style', css), style);
    await tab.waitForSelector('[role=option]');
    expect(await cutOff(tab), 'at rest').toEqual([]);
    await view.fill(words('popupSearch'), 're');
    await tab.waitForSelector('[role=listbox][data-typed=re]');
    expect(await cutOff(tab), 'with results').toEqual([]);
    await view.fill(words('popupSearch'), 'quokka harvest');
    await tab.waitForSelector('[role=listbox][data-typed="quokka harvest"]');
    expect(await cutOff(tab), 'with nothing found').toEqual([]);
    const isReached = await tab.evaluate(() => {
      const last = [...document.querySelectorAll('button')].at(-1);
      last?.scrollIntoView();
      const { top = -1, bottom = -1 } = last?.getBoundingClientRect() ?? {};
      return top >= 0 && bottom <= innerHeight + 1;
    });
    expect(isReached).toBe(true);
    await view.close();
    await person.follow();
  });
});

test.skipIf(!findProgram('chrome'))('where its script does not come: nothing that axe refuses', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'popup-without-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  cpSync(join(DIST, 'chrome'), folder, { recursive: true });
  rmSync(join(folder, 'popup.js'));
  const person = await openChrome({ extension: folder });
  onTestFinished(() => person.close());
  await person.openOwn('popup');
  await person.tab.waitForSelector('[role=alert]');
  expect(await lookOver(person.tab, 'popup, not started', [320, 400])).toEqual([]);
});
