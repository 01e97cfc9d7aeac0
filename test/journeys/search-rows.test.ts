import { expect, it } from 'vitest';
import type { ChromePerson } from '../../src/dev/browsers/chrome.ts';
import type { OwnPage } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { words } from '../../src/dev/walk/words.ts';
import { writeExport } from '../../src/exchange/complete-json.ts';
import { handOver } from './brought-file.ts';
import { journeys } from './journey.ts';
import { lookOver } from './look-over.ts';
import { search } from './search-for.ts';

const href = 'https://wiki.example/keys';

/** What is looked for stands at its end. */
const LATE =
  'Whoever crosses the marsh before the tide comes in should wait at the second gate until that one grey heron is gone';

/** A question that was answered, one that was not, and more lessons than can be seen at once. */
function file(): string {
  const target = { url: href, href, title: 'Keys', selectors: [] };
  const bodies = [
    ['question', { text: 'Who turns the keys each quarter?', target }],
    ['answer', { question: 'record000', text: 'Ask the security desk' }],
    ['question', { text: 'And who counts them?' }],
    ['lesson', { title: 'Kept', note: LATE }],
    ['lesson', { title: 'Kept', note: 'Quiet birds', quote: LATE.slice(50) }],
    ...Array.from({ length: 27 }, (_, n) => ['lesson', { title: 'Kept', note: `quokka number ${n}` }] as const),
  ] as const;
  const records = bodies.map(([kind, body], n) => ({
    id: `record${String(n).padStart(3, '0')}`,
    kind,
    author: 'somebody',
    schema: 1,
    version: { n: 1, time: n, device: 'elsewhere', hash: 'h' },
    team: '',
    // What was asked is newest, so that it stands among what is recent.
    body: { created: 1_000_000 - n, lang: 'en', ...body },
  }));
  return writeExport({ records, teams: [] }, 1_000);
}

/** How far the heading of the first group is below the upper edge of what scrolls; below 0 it is out of sight. */
const headingAt = () => {
  const label = document.querySelector('.finder-label');
  const around = label?.closest('.home-rows, main');
  return label && around ? Math.round(label.getBoundingClientRect().top - around.getBoundingClientRect().top) : -999;
};
const rowsAt = () =>
  Array.from(document.querySelectorAll('[role=option]'), (row) => Math.round(row.getBoundingClientRect().top));

journeys('the rows of the search', 'chrome', (stage) => {
  const open = async (page: OwnPage) => {
    const ada = (await stage().person('Ada')) as ChromePerson;
    const view = await ada.openOwn(page);
    const close = async () => {
      await view.close();
      await ada.follow();
    };
    return { view, tab: ada.tab, close };
  };

  it('begins with some in a file', async () => {
    const { view, close } = await open('options');
    await until('the field for a file', () => view.read(handOver, file()));
    await view.see(words('optionsImportAdded', '32'));
    await view.click('button', words('optionsImportConfirm'));
    await view.see(words('optionsImported', '32'));
    await close();
  });

  it('before anything is typed questions say how they stand, and nothing moves for it', async () => {
    const { view, tab, close } = await open('popup');
    await view.until('rows', () => document.querySelectorAll('[role=option]').length === 8);
    const before = await view.read(rowsAt);
    await view.see(words('rowAnswered'));
    await view.see(words('rowOpen'));
    expect(await view.read(rowsAt)).toEqual(before);
    expect(await lookOver(tab, 'popup at rest', [400])).toEqual([]);
    await close();
  });

  it.each(['popup', 'sidebar'] as const)(
    'in the %s the count is seen again at the top, and with another query',
    async (page) => {
      const { view, tab, close } = await open(page);
      await tab.setViewport({ width: 400, height: 500 });
      await search(view, 'quokka');
      await view.until('ten rows', () => document.querySelectorAll('[role=option]').length === 10);
      expect(await view.read(headingAt)).toBeGreaterThanOrEqual(0);
      // Again and again: what was just found may still be brought to its beginning.
      await view.until('the heading to be gone', scrolledDown, headingAt);
      await search(view, 'quokka number');
      await view.until('the heading', headingIsSeen, headingAt);
      await view.press('End');
      await view.until('the heading to be gone', headingIsGone, headingAt);
      await view.press('Home');
      await view.until('the heading', headingIsSeen, headingAt);
      await close();
    },
  );

  it.each(['popup', 'sidebar'] as const)(
    'in the %s rows stay where they are when it is said that they only come near, and that is in view',
    async (page) => {
      const { view, tab, close } = await open(page);
      await tab.setViewport({ width: 400, height: 600 });
      await search(view, 'quokka number');
      await view.until('ten rows', () => document.querySelectorAll('[role=option]').length === 10);
      const before = await view.read(rowsAt);
      await search(view, 'quokka number zebra');
      await view.see(words('popupAskWords'));
      await view.until('ten rows', () => document.querySelectorAll('[role=option]').length === 10);
      expect(await view.read(rowsAt)).toEqual(before);
      expect(await view.read(isAskInView)).toBe(true);
      // No row that a key leads to lies below it.
      for (let n = 0; n < 6; n++) {
        await view.press('ArrowDown');
        await view.until('the row above what is said', isChosenAbove);
      }
      await search(view, 'quokka is:purple');
      await view.see('is:question');
      expect((await view.read(rowsAt))[0]).toBe(before[0]);
      await close();
    },
  );

  it.each([
    ['popup', 400],
    ['sidebar', 400],
    ['sidebar', 320],
    ['sidebar', 160],
  ] as const)('in the %s of %d px what was looked for is seen in every row', async (page, width) => {
    const { view, tab, close } = await open(page);
    await tab.setViewport({ width, height: 600 });
    await search(view, 'grey heron');
    await view.until('two rows', () => document.querySelectorAll('[role=option]').length === 2);
    await view.until('its marks', areMarksSeen);
    await close();
  });

  it.each(['popup', 'sidebar'] as const)(
    'in the %s an answer tells its question, and that it was copied is seen',
    async (page) => {
      const { view, tab, close } = await open(page);
      await search(view, 'security desk');
      const before = await view.read(rowsAt);
      await view.see('Who turns the keys each quarter?');
      await view.see('wiki.example');
      expect(await view.read(rowsAt)).toEqual(before);
      await tab.keyboard.down('Control');
      await tab.keyboard.press('c');
      await tab.keyboard.up('Control');
      await view.see(words('uiCopied'));
      expect(await view.read(rowsAt)).toEqual(before);
      await search(view, 'zzz');
      expect(await view.read(isCopiedInView)).toBe(true);
      await view.until('it to be gone', () => document.querySelector('.copied p') === null);
      await search(view, 'security desk');
      expect(await lookOver(tab, `${page}, an answer`, [320, 400])).toEqual([]);
      await close();
    },
  );

  it('the middle button opens a card and puts nothing into the search, whatever is selected', async () => {
    const { view, tab, close } = await open('sidebar');
    await search(view, 'grey heron');
    await tab.keyboard.down('Control');
    await tab.keyboard.press('a');
    await tab.keyboard.up('Control');
    await view.press('ArrowRight');
    await (await tab.$('[role=option] .row-first'))?.click({ button: 'middle' });
    await view.until('its card', () => document.querySelector('article'));
    // What a browser on Linux does with that button comes with it.
    expect(await view.read(() => document.querySelector('input')?.value)).toBe('');
    await close();
  });
});

/** In every row, within what is not cut off. */
const areMarksSeen = () =>
  Array.from(document.querySelectorAll('[role=option]')).every((row) =>
    Array.from(row.querySelectorAll('.row-first mark, .row-second mark')).some((mark) => {
      const line = mark.closest('p')?.getBoundingClientRect();
      const { left, right, bottom } = mark.getBoundingClientRect();
      return line && left >= line.left - 1 && right <= line.right + 1 && bottom <= line.bottom + 2;
    }),
  );

/** What lies there is it, and nothing over it. */
const isAskInView = () => {
  const said = document.querySelector('.found-said button');
  const { left = 0, right = 0, top = 0, bottom = 0 } = said?.getBoundingClientRect() ?? {};
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return said?.contains(there) === true;
};
/** All of it, where nothing cuts it off. */
const isCopiedInView = () => {
  const said = document.querySelector('.copied p');
  const around = said?.closest('.home-rows, main');
  if (!said || !around) return null;
  const [is, may] = [said.getBoundingClientRect(), around.getBoundingClientRect()];
  return is.top >= may.top && is.bottom <= may.bottom;
};
const isChosenAbove = () => {
  const row = document.querySelector('[aria-selected=true]')?.getBoundingClientRect();
  const said = document.querySelector('.found-said')?.getBoundingClientRect();
  return row && said && row.bottom <= said.top + 1;
};

/** As a wheel does. */
const scrolledDown = (at: () => number) => {
  document.querySelector('.finder-list')?.closest('.home-rows, main')?.scrollTo(0, 9_999);
  return at() < 0;
};
const headingIsGone = (at: () => number) => at() < 0;
const headingIsSeen = (at: () => number) => at() >= 0;
