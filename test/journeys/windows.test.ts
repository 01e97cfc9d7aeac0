import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChromePerson } from '../../src/dev/browsers/chrome.ts';
import { pageOfTarget } from '../../src/dev/browsers/chrome-page.ts';
import { viewOfPopup } from '../../src/dev/browsers/chrome-view.ts';
import type { View } from '../../src/dev/browsers/person.ts';
import { findProgram } from '../../src/dev/browsers/programs.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { openStage, type Stage } from '../../src/dev/walk/stage.ts';
import { writeLesson } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { DIST, PAGES } from './journey.ts';

const LESSON = 'Ask before the third retry';

/** Of a page or panel of ours. */
const windowOf = (page: Page) => page.evaluate(async () => (await chrome.windows.getCurrent()).id);
const cardIn = (panel: Page) =>
  panel.evaluate(() => document.querySelector<HTMLElement>('.panel-view:not([hidden]) .sheet')?.innerText ?? '');

describe.skipIf(!findProgram('chrome'))('two windows, each with its panel', () => {
  let stage: Stage;
  let ada: ChromePerson;
  /** A page to read in each window, and the panel beside it. */
  const windows: { page: Page; panel: Page }[] = [];

  const openPanel = async (page: Page): Promise<{ page: Page; panel: Page }> => {
    const known = windows.map(({ panel }) => panel);
    await page.goto(ada.installed.address('manifest.json'));
    const here = await windowOf(page);
    await page.evaluate((windowId) => chrome.sidePanel.open({ windowId: windowId ?? 0 }), here);
    const panel = await until('another panel', async () => {
      const there = ada.program.targets().filter((one) => one.url() === ada.installed.address('sidebar.html'));
      const panels = await Promise.all(there.map(pageOfTarget));
      return panels.find((one) => !known.includes(one));
    });
    expect(await windowOf(panel)).toBe(here);
    await page.goto(`${stage.pages.url}/article.html`);
    return { page, panel };
  };

  beforeAll(async () => {
    stage = await openStage({ browser: 'chrome', dist: DIST, pages: [PAGES] });
    ada = (await stage.person('Ada')) as ChromePerson;
    await writeLesson.walk(stage);
    windows.push(await openPanel(ada.tab));
    const address = `${stage.pages.url}/dark.html`;
    await ada.inBackground((url) => chrome.windows.create({ url }).then(() => {}), address);
    const second = await until('the other window', async () => {
      return (await ada.program.pages()).find((page) => page.url() === address);
    });
    windows.push(await openPanel(second));
  });
  afterAll(() => stage?.close());

  const searchIn = async (page: Page): Promise<{ popup: View; keys: Page['keyboard'] }> => {
    await page.bringToFront();
    await (await ada.installed.extension()).triggerAction(page);
    const shown = await ada.installed.pageOf('popup.html');
    const popup = viewOfPopup(shown);
    await popup.fill(words('popupSearch'), 'retry');
    await popup.until('the answer', () => document.querySelector('[role=listbox][data-typed=retry] [role=option]'));
    return { popup, keys: shown.keyboard };
  };

  // Whichever of the panels heard it first had what was handed over.
  it.each([0, 1, 0])('Mod+Enter in the popup of window %i shows the lesson in the panel of that', async (at) => {
    const [here, elsewhere] = at === 0 ? windows : [...windows].reverse();
    if (!here || !elsewhere) throw new Error('There are not two windows.');
    const { keys } = await searchIn(here.page);
    await keys.down('Control');
    await keys.press('Enter').catch(() => {});
    await keys.up('Control').catch(() => {});
    await until('the lesson in the panel', async () => (await cardIn(here.panel)).includes(LESSON));
    expect(await cardIn(elsewhere.panel)).toBe('');
    await viewOfPopup(here.panel).click('button', words('uiBack'));
    await until('the panel to be back', async () => (await cardIn(here.panel)) === '');
  });
});
