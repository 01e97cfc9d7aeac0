import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChromePerson } from '../../src/dev/browsers/chrome.ts';
import type { View } from '../../src/dev/browsers/person.ts';
import { findProgram } from '../../src/dev/browsers/programs.ts';
import { openStage, type Stage } from '../../src/dev/walk/stage.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { ask } from '../../src/dev/walk/steps/ask.ts';
import { join } from '../../src/dev/walk/steps/join.ts';
import { BY_KEY, keepByKey, writeLesson } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { createColleague, targetOn } from './colleague.ts';
import { DIST, PAGES } from './journey.ts';
import { lookOver } from './look-over.ts';

const pages = ['popup', 'sidebar', 'options', 'welcome'] as const;
/** The side panel at its narrowest, and a page of ours in a tab. The popup makes its own width. */
const widths = { popup: [400], sidebar: [320, 600], options: [320, 1200], welcome: [320, 1200] };
const SETTLED = 'main, form, [role=main], section';

describe.skipIf(!findProgram('chrome'))('every page of ours, empty and filled', () => {
  let stage: Stage;
  let person: ChromePerson;
  let panel: View;
  const address = (page: string) => `${stage.pages.url}/${page}`;
  const invite = async () => (await stage.team()).invite('member', 1);
  const inPanel = async (name: string) => lookOver(await person.installed.pageOf('sidebar.html'), name, [320]);

  beforeAll(async () => {
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

  test('nor have the join page of the server, our offer on it, and the form to write a lesson', async () => {
    await person.openTab(await invite());
    await person.tab.waitForSelector(SETTLED);
    const page = await lookOver(person.tab, 'join page', [320, 1200]);
    expect([...page, ...(await inPopup('joinHeading', 'join offer'))]).toEqual([]);
    await person.goTo(address('article.html'));
    expect(await inPopup('popupWrite', 'write form', 'popupWrite')).toEqual([]);
  });

  test('once lessons, a question and a team are there', async () => {
    await person.goTo(address('article.html'));
    for (const step of [writeLesson, keepByKey, ask, join]) await step.walk(stage);
  });

  test.each(pages)(
    '%s has nothing that axe refuses, and never scrolls sideways, with lessons and a team',
    async (name) => {
      expect(await faults(name)).toEqual([]);
    },
  );

  test('nor have the steps of sharing, changing and asking', async () => {
    await person.openTab(address('article.html'));
    panel = await allowAll(person);
    await panel.click('button', words('panelShare'), BY_KEY);
    await panel.see(words('shareExactlyWhom', (await stage.team()).name));
    const found = await inPanel('share preview');
    await panel.click('button', words('shareConfirm', (await stage.team()).name));
    await panel.click('button', words('panelAddWhy'), BY_KEY);
    await panel.see(words('changeConfirm', (await stage.team()).name));
    found.push(...(await inPanel('change form')));
    await panel.click('button', words('uiCancel'));
    await panel.click('button', words('panelAsk'));
    await panel.see(words('askHeading'));
    found.push(...(await inPanel('ask form')));
    await panel.click('button', words('uiCancel'));
    expect(found).toEqual([]);
  });

  test('nor has what stands beside a page: what changed, what fits with its menu, who knows, what was waved away', async () => {
    const cleo = await createColleague(await invite(), 'Cleo');
    const created = Date.now();
    const title = 'Before you begin rolling back a release';
    const rows = 'Look at the migration list: old code must read the new rows, or the rollback is not safe.';
    const node = 'Ninety seconds of silence, then take the node out of the pool before the second command.';
    const edited = 'Tell support which sentence to use with every caller who rings';
    await cleo.share(
      'lesson',
      { created, title, note: rows, target: targetOn('https://wiki.example/rows', title) },
      { created, title: 'Silent nodes', note: node, target: targetOn('https://wiki.example/silent', 'Silent nodes') },
      { created, quote: edited, target: targetOn(address('article.html'), 'Rolling back a release', edited) },
    );
    await person.goTo(address('dark.html'));
    await panel.see(node);
    await person.goTo(address('article.html'));
    await panel.see(words('movedNow'));
    await panel.see(words('listForPage'));
    await panel.click('button', words('dismissLabel', node.slice(0, 60)));
    const found = await inPanel('beside a page, with a menu');
    await panel.click('menuitem', words('dismissThis'));
    await panel.see(words('dismissedThis'));
    found.push(...(await inPanel('something to undo')));
    await panel.close();
    expect([...found, ...(await faults('options'))]).toEqual([]);
  });

  test.each(['member', 'owner'] as const)('nor has the page of the team, as its %s sees it', async (role) => {
    const link = await (await stage.team()).invite(role, 1);
    await person.openTab(link.replace('/join#', '/team#'));
    await person.tab.waitForSelector('.feed li');
    expect(await lookOver(person.tab, `team page, ${role}`, [320, 1200])).toEqual([]);
    await person.tab.close();
    await person.follow();
  });

  test.each(['/team', '/join'])('nor has %s for whoever has nothing to come in with', async (path) => {
    await person.openTab(new URL(path, await invite()).href);
    await person.tab.waitForSelector('h1');
    expect(await lookOver(person.tab, path, [320, 1200])).toEqual([]);
  });

  async function faults(name: (typeof pages)[number]): Promise<string[]> {
    await person.openOwn(name);
    const { tab } = person;
    await tab.waitForSelector(SETTLED);
    const found = await lookOver(tab, name, widths[name]);
    await tab.close();
    await person.follow();
    return found;
  }

  /** The popup as it opens on the page in front, after a button of it was pressed. */
  async function inPopup(see: 'joinHeading' | 'popupWrite', name: string, press?: 'popupWrite'): Promise<string[]> {
    const popup = await person.openPopup();
    await popup.see(words(see));
    if (press) await popup.click('button', words(press));
    const found = await lookOver(await person.installed.pageOf('popup.html'), name, [400]);
    await popup.close();
    return found;
  }
});
