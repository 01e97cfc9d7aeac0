import { expect, test } from 'vitest';
import { until } from '../../src/dev/browsers/until.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { stored, waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { journeys } from './journey.ts';

const PASSAGE = 'a page can lie about everything except what it was asked to show';
const CANARY = 'quetzal 7f3a: nobody but me reads this';

/** What the page got hold of; it gathers this itself, see `hostile.html`. */
interface Loot {
  found: string[];
  events: number;
}

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('a page that means harm', browser, (stage) => {
    const person = () => stage().person('Ada');
    const address = () => `${stage().pages.url}/hostile.html`;

    test('its made-up keys and clicks keep, undo and ask nothing', async () => {
      const ada = await person();
      await (await allowAll(ada)).close();
      await ada.goTo(address());
      await ada.page.until('the page to have tried', () => document.readyState === 'complete');
      expect(await ada.rows('records')).toEqual([]);
    });

    test('nor does a selection of its own making bring the bar, where the person has chosen the bar', async () => {
      const ada = await person();
      await ada.inBackground(() => chrome.storage.local.set({ settings: { parts: { bar: true } } }));
      await ada.goTo(address());
      const isThere = () => ada.toast().then((said) => said.includes(words('barKeep')));
      await ada.select(PASSAGE);
      await until('the bar to come to a hand', async () => {
        await ada.page.press('Shift');
        await ada.page.read(settle);
        return isThere();
      });
      await ada.page.press('Escape');
      await ada.unselect();
      await ada.page.read(() => (globalThis as unknown as { pretend(): void }).pretend());
      await ada.page.read(settle);
      expect(await isThere()).toBe(false);
      expect(await ada.rows('records')).toEqual([]);
      await ada.inBackground(() => chrome.storage.local.set({ settings: { parts: { bar: false } } }));
      await ada.unselect();
    });

    test('a person keeps a passage there all the same, privately, once', async () => {
      const ada = await person();
      await ada.select(PASSAGE);
      await ada.command('keep');
      await waitForToast(ada, words('toastKept'));
      const lesson = await stored(ada, 'lesson', PASSAGE);
      expect(lesson.team).toBe('');
      expect(await ada.page.read(() => (globalThis as unknown as { loot: Loot }).loot.events)).toBeGreaterThan(0);
      expect(await ada.rows('records')).toHaveLength(1);
    });

    test('a picture in a form of misleading names is kept by its place, found again and outlined', async () => {
      const ada = await person();
      await ada.page.read(() => {
        const range = document.createRange();
        range.selectNode(document.getElementById('trap') as Element);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
      });
      await ada.command('keep');
      const { id } = await stored(ada, 'lesson', 'A mirror that shows another room');
      await ada.goTo(address());
      await until('its outline', () =>
        ada.page.read(() => getComputedStyle(document.getElementById('trap') as Element).outlineStyle === 'solid'),
      );
      const place = (await ada.rows('places')).find((row) => row.id === id);
      expect(place?.anchoring).toEqual({ state: 'anchored' });
    });

    test('it cannot read what was noted about it, by searching, selecting or listening', async () => {
      const ada = await person();
      // The key pressed again on what was just kept would grow it.
      await ada.unselect();
      await ada.select(PASSAGE);
      await ada.command('keep');
      await ada.clickToast(words('toastAddWhy'));
      const surface = browser === 'chrome' ? await ada.panel() : await ada.popup();
      await surface.until('the note field to have the cursor', () => document.activeElement?.matches('textarea'));
      await surface.type(CANARY);
      await until('the note to be stored', async () =>
        (await ada.rows('records')).some((row) => JSON.stringify(row).includes(CANARY)),
      );
      await surface.close();
      await ada.goTo(address());
      await until('the passage to be painted', async () => (await ada.painted()).includes(PASSAGE));
      await ada.select(PASSAGE);
      await ada.command('keep');
      await waitForToast(ada, words('toastKept'));
      expect(await ada.page.read(readByForce, CANARY.slice(0, 7))).toEqual([]);
    });

    test('none of this made our own code fail', async () => {
      expect(await (await person()).complaints()).toEqual([]);
    });
  });
}

/** Runs in the page: a timer that is longer than what a selection settles in, and set after it, ends after it. */
const settle = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 300));

/** Everything a page can do to read text that is drawn over it: its searches, its selection, its own spies. */
function readByForce(begin: string): string[] {
  const { loot, find } = globalThis as unknown as { loot: Loot; find(text: string): boolean };
  const read = [...loot.found];
  const selection = getSelection();
  selection?.removeAllRanges();
  if (find(begin)) {
    selection?.modify('extend', 'forward', 'lineboundary');
    read.push(`found: ${selection}`);
  }
  document.execCommand('selectAll');
  const everything = [String(selection), document.documentElement.innerText, document.documentElement.outerHTML];
  return [...read, ...everything.filter((text) => text.includes(begin))];
}
