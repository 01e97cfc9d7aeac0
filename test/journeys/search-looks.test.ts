import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChromePerson } from '../../src/dev/browsers/chrome.ts';
import { findProgram } from '../../src/dev/browsers/programs.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { openStage, type Stage } from '../../src/dev/walk/stage.ts';
import { ask } from '../../src/dev/walk/steps/ask.ts';
import { join } from '../../src/dev/walk/steps/join.ts';
import { keepByKey, writeLesson } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { fileOf, handOver } from './brought-file.ts';
import { createColleague, targetOn } from './colleague.ts';
import { DIST, PAGES } from './journey.ts';
import { lookOver } from './look-over.ts';

/** What is typed, and what can be seen when the answer is there. */
const states: [name: string, typed: string, seen: string][] = [
  ['results', 're', words('kindLesson')],
  ['completions', 'is:', 'is:unanswered'],
  ['a wrong operator', 'is:purple retries', 'purple'],
  ['nothing found', 'quokka harvest', words('popupAskWords')],
  ['a filter that nothing fits', 'quokka tag:nosuch', words('searchWithout')],
  ['something wrong, and nothing found', 'quokka is:purple', words('popupAskWords')],
  ['what only comes near', 'quokka retries', words('popupAskWords')],
  ['filters that nothing fits', 'is:changed is:answer', words('searchNothingFits')],
  ['a filter that is on', 'is:question ', words('kindQuestion')],
];

/** Whether the one row says all that, and nothing of it is cut off. */
const saysUncut = (said: string[]): boolean => {
  const lines = document.querySelectorAll<HTMLElement>('[role=option] .row-meta > span');
  const texts = Array.from(lines, ({ innerText }) => innerText).join(' ');
  const isCut = (one: Element) => one.scrollWidth > one.clientWidth;
  const parts = Array.from(lines, (line) => [line, ...line.children]).flat();
  return said.every((text) => texts.includes(text)) && !parts.some(isCut);
};

describe.skipIf(!findProgram('chrome'))('the search, in every state of it', () => {
  let stage: Stage;
  let person: ChromePerson;

  beforeAll(async () => {
    stage = await openStage({ browser: 'chrome', dist: DIST, pages: [PAGES] });
    person = (await stage.person('Ada')) as ChromePerson;
    for (const step of [writeLesson, keepByKey, ask, join]) await step.walk(stage);
    const bo = await createColleague(await (await stage.team()).invite('member', 1), 'Bo');
    const target = targetOn('https://wiki.example/ferrets', 'Ferrets');
    await bo.share('question', { created: Date.now() - 2.1 * 3_600_000, text: 'Who feeds the ferret?', target });
    const panel = await person.openOwn('sidebar');
    await panel.see('Who feeds the ferret?');
    await panel.close();
    await person.follow();
  });
  afterAll(() => stage?.close());

  const inPage = async (page: 'popup' | 'sidebar', typed: string, look: (tab: Page) => Promise<string[]>) => {
    const view = await person.openOwn(page);
    await view.fill(words('popupSearch'), typed);
    await view.until(
      'the answer',
      (text: string) => document.querySelector<HTMLElement>('[role=listbox]')?.dataset.typed === text,
      typed,
    );
    const found = await look(person.tab);
    await view.close();
    await person.follow();
    return found;
  };

  test('rows without a button below them: the panel scrolls by the keyboard, and axe has nothing to say', async () => {
    const options = await person.openOwn('options');
    await until('the field for a file', () => options.read(handOver, fileOf(9)));
    await options.click('button', words('optionsImportConfirm'));
    await options.see(words('optionsImported', '9'));
    await options.close();
    await person.follow();
    const found = await inPage('sidebar', 'brought', async (tab) => {
      const refused = await lookOver(tab, 'panel, nine rows', [320]);
      await tab.setViewport({ width: 320, height: 400 });
      await tab.focus('.filter:last-child');
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('End');
      await tab.waitForFunction(() => (document.querySelector('main')?.scrollTop ?? 0) > 0);
      return refused;
    });
    expect(found).toEqual([]);
  });

  test('a filter that is switched moves no other, and none is of a site where the page has none', async () => {
    await inPage('sidebar', 're', async (tab) => {
      await tab.setViewport({ width: 320, height: 800 });
      const filters = () =>
        tab.$$eval('.filter', (all) => all.map((one) => [one.textContent, one.getBoundingClientRect().toJSON()]));
      const before = await filters();
      expect(before.map(([name]) => name)).not.toContain(words('filterSite'));
      await tab.click('.filter');
      await tab.waitForSelector('.filter[aria-pressed=true]');
      expect(await filters()).toEqual(before);
      return [];
    });
  });

  test.each([
    ['popup', 280],
    ['popup', 400],
    ['sidebar', 280],
    ['sidebar', 320],
    ['sidebar', 400],
    ['sidebar', 700],
  ] as const)(
    'in the %s of %d px a row says who, when, how it stands, for whom and where from, and cuts none of it',
    async (page, width) => {
      const said = ['Bo', words('agoHours', '2'), words('rowOpen'), (await stage.team()).name, 'wiki.example'];
      await inPage(page, 'ferret', async (tab) => {
        await tab.setViewport({ width, height: 600 });
        await tab.waitForFunction(saysUncut, {}, said);
        return [];
      });
    },
  );

  test('in a wide panel the field, the rows and what else stands there begin at one edge', async () => {
    await inPage('sidebar', 're', async (tab) => {
      await tab.setViewport({ width: 1_000, height: 800 });
      const edges = await tab.$$eval('.finder-field, .filters, .finder-list', (all) =>
        all.map((one) => one.getBoundingClientRect().left),
      );
      expect(edges).toEqual([180, 180, 180]);
      return [];
    });
  });

  test.each(states)(
    '%s: nothing that axe refuses in the popup, and in the panel with its filters',
    async (name, typed, seen) => {
      const see = async (tab: Page) => {
        await tab.waitForFunction((text) => document.body.textContent?.includes(text), {}, seen);
      };
      const popup = await inPage('popup', typed, async (tab) => {
        await see(tab);
        return lookOver(tab, `popup, ${name}`, [320, 400]);
      });
      const panel = await inPage('sidebar', typed, async (tab) => {
        await see(tab);
        await tab.waitForSelector('.filters');
        return lookOver(tab, `panel, ${name}`, [320, 600]);
      });
      expect([...popup, ...panel]).toEqual([]);
    },
  );
});
