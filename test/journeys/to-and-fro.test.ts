import { beforeAll, expect, it } from 'vitest';
import type { ChromePerson } from '../../src/dev/browsers/chrome.ts';
import type { View } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { readArticle, stored } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { fileOf, handOver } from './brought-file.ts';
import { journeys } from './journey.ts';

const FIRST = 'only while the old code can read the new rows';
const SECOND = 'a silent node is worse than a missing one';

const questionIs = (typed: string) => document.querySelector<HTMLTextAreaElement>('form textarea')?.value === typed;
const searched = () => document.querySelector<HTMLInputElement>('[role=combobox]')?.value;
const scrollTop = () => document.querySelector('main')?.scrollTop ?? 0;
const rowInView = () => {
  const row = document.querySelector('[aria-selected=true]');
  const main = document.querySelector('main');
  if (!row || !main || main.scrollTop === 0) return null;
  const [{ top, bottom }, around] = [row.getBoundingClientRect(), main.getBoundingClientRect()];
  return top >= around.top - 1 && bottom <= around.bottom + 1 ? row.textContent : null;
};

journeys('to and fro in the panel', 'chrome', (stage) => {
  let ada: ChromePerson;
  let panel: View;

  const search = async (typed: string) => {
    await panel.fill(words('popupSearch'), typed);
    await panel.until('rows', (text: string) => document.querySelector(`[data-typed=${text}] [role=option]`), typed);
  };
  const askAbout = async (passage: string, typed: string) => {
    await ada.select(passage);
    await ada.menu('menuAskSelection');
    await panel.see(passage);
    await panel.fill(words('askText'), typed);
  };

  beforeAll(async () => {
    ada = (await stage().person('Ada')) as ChromePerson;
    const options = await ada.openOwn('options');
    await until('the field for a file', () => options.read(handOver, fileOf(40)));
    await options.click('button', words('optionsImportConfirm'));
    await options.see(words('optionsImported', '40'));
    await options.close();
    await ada.follow();
    await readArticle(stage(), ada);
    panel = await allowAll(ada);
  });

  it('a row far below leads to its card, and back to that row among all that was found', async () => {
    await search('brought');
    await panel.click('button', words('uiMore'));
    await panel.click('option', 'number3 ');
    await panel.see(words('kindLesson'));
    expect(await panel.read(searched)).toBe('');
    await panel.click('button', words('uiBack'));
    const row = await panel.until('the row to be in view again', rowInView);
    expect(row).toContain('number3 ');
    expect(await panel.read(searched)).toBe('brought');
  });

  it('what was scrolled to stays while the page beside it moves on, and other words begin at their best row', async () => {
    await panel.read(() => document.querySelector('main')?.scrollTo(0, 300));
    await ada.goTo(`${stage().pages.url}/dark.html`);
    await panel.until('the page to be known', (title: string) => document.body.textContent?.includes(title), 'Night');
    expect(await panel.read(scrollTop)).toBe(300);
    await panel.type(' al');
    await panel.until('other rows', () => document.querySelector('[data-typed="brought al"] [role=option]'));
    expect(await panel.read(scrollTop)).toBe(0);
  });

  it('what cannot be done with a page is said above what is searched for', async () => {
    await search('even');
    await ada.goTo('chrome://version/');
    await ada.command('keep');
    await panel.see(words('failure_page_closed'));
    expect(await panel.read(searched)).toBe('even');
    await panel.click('button', words('uiClose'));
    await panel.miss(words('failure_page_closed'));
    await readArticle(stage(), ada);
  });

  it('from one question to another, to a lesson that is written and back, each says what was typed', async () => {
    await askAbout(FIRST, 'Which rows?');
    await askAbout(SECOND, 'Who listens?');
    await panel.click('button', words('writeHeading'));
    await panel.type('Half a thought');
    await panel.click('button', words('uiBack'));
    await panel.until('the second question', questionIs, 'Who listens?');
    await panel.click('button', words('uiBack'));
    await panel.until('the first question', questionIs, 'Which rows?');
    await panel.click('button', words('uiBack'));
    expect(await panel.read(searched)).toBe('even');
    await panel.click('button', words('uiClearSearch'));
    await panel.click('button', 'Who listens?');
    await panel.click('button', words('askKeep'));
    await stored(ada, 'question', 'Who listens?');
    await panel.see('Which rows?');
    await panel.click('button', 'Half a thought');
    await panel.until('the lesson that was begun', questionIs, 'Half a thought');
  });
});
