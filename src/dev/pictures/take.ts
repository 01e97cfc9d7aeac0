import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { ChromePerson } from '../browsers/chrome.ts';
import { openStage, type Stage } from '../walk/stage.ts';
import { allowAll } from '../walk/steps/allow.ts';
import { ask } from '../walk/steps/ask.ts';
import { join as joinTeam } from '../walk/steps/join.ts';
import { addWhy, BY_KEY, keepByKey, readArticle } from '../walk/steps/keep.ts';
import { words } from '../walk/words.ts';

/** What is pictured, as wide and high as people see it. */
const SIZES = {
  welcome: { width: 800, height: 860 },
  page: { width: 900, height: 600 },
  panel: { width: 380, height: 640 },
  share: { width: 380, height: 690 },
  popup: { width: 400, height: 520 },
};
const SHARP = 2;

/** Walks a lesson's way in Chrome and takes the pictures of the README on it. Gives the files' names. */
export async function takePictures({ dist, out }: { dist: string; out: string }): Promise<string[]> {
  await mkdir(out, { recursive: true });
  const taken: string[] = [];
  const keepPicture = async (name: keyof typeof SIZES, page: Page) => {
    await page.setViewport({ ...SIZES[name], deviceScaleFactor: SHARP });
    const file = join(out, `${name}.png`);
    await writeFile(file, await page.screenshot({ type: 'png' }));
    taken.push(file);
  };
  const stage = await openStage({ browser: 'chrome', dist, pages: ['test/fixtures/pages'] });
  try {
    const ada = (await stage.person('Ada')) as ChromePerson;
    const own = (file: string) => ada.installed.pageOf(`${file}.html`);
    await keepPicture('welcome', await firstLesson(ada));
    await readArticle(stage, ada);
    await (await allowAll(ada)).close();
    for (const step of [addWhy, ask, joinTeam, keepByKey]) await step.walk(stage);
    await ada.unselect();
    await keepPicture('page', ada.tab);
    const panel = await openShare(stage, ada);
    await keepPicture('share', await own('sidebar'));
    await panel.click('button', words('shareConfirm', (await stage.team()).name));
    await panel.see(words('panelTakeBack'));
    await panel.miss(words('stateWaiting'));
    await keepPicture('panel', await own('sidebar'));
    await panel.close();
    await find(ada);
    await keepPicture('popup', await own('popup'));
    return taken;
  } finally {
    await stage.close();
  }
}

/** The welcome page with a first lesson kept on it. */
async function firstLesson(ada: ChromePerson): Promise<Page> {
  const page = await ada.own('welcome');
  await ada.select('Reading once more feels like learning; being asked is what makes it stay.');
  await ada.command('keep');
  await page.see(words('welcomeKept'));
  await ada.unselect();
  await page.read(() => scrollTo(0, 0));
  return ada.tab;
}

/** The side panel with the preview of what colleagues will get. */
async function openShare(stage: Stage, ada: ChromePerson) {
  await readArticle(stage, ada);
  const panel = await ada.openPanel();
  await panel.click('button', words('panelShare'), BY_KEY);
  await panel.see(words('shareExactlyWhom', (await stage.team()).name));
  return panel;
}

async function find(ada: ChromePerson): Promise<void> {
  const popup = await ada.openPopup();
  await popup.until('the search field to have the cursor', () => document.activeElement?.matches('input'));
  await popup.type('queue');
  await popup.see('Freeze the queue');
}
