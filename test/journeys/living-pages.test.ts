import { expect, test } from 'vitest';
import type { Person } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { type Kept, stored, waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { isSurfaceOpen } from './in-background.ts';
import { areAllSeen } from './in-page.ts';
import { journeys } from './journey.ts';
import { isPainted, keep, keepAndStay } from './marking.ts';

/** A passage on each kind of page, in the frame of it whose address has these words. */
const KINDS: [page: string, passage: string, frame?: string][] = [
  ['cjk.html', '最後に確かめた行'],
  ['cjk.html', '再读自己写的第一条'],
  ['rtl.html', 'فالفرق بين الروايتين هو الدرس'],
  ['rtl.html', 'עוצר את הקו'],
  ['strict.html', 'the policy of a bank should not keep a person from marking a sentence'],
  ['shadow.html', 'keeps its own text as well'],
  ['late.html', 'do not pull it, turn it'],
  ['frames.html', 'Two short tones mean that the label was read twice', 'manual.html'],
  ['living.html', 'still holds sentences worth keeping', 'srcdoc'],
  ['nests.html', 'Hold the scanner a hand', 'manual.html'],
];

const BY_DAY = 'once before the pump starts';
const EDITED = 'Whoever closes a valve writes down the time, since the pressure tells its story';
const NOW = 'Whoever closes a valve notes the exact time, since the pressure tells its story';
const BY_NIGHT = 'calls the control room from each of the four stations';

const BY_DAY_MORE = 'the crew checks the valves twice, once before the pump starts and once after it has been running';
const WITH_LINK = 'The handbook explains each valve with a drawing';

const BY_NOON = 'the pressure tells its story';

/**
 * The bar comes, and a click opens, a quarter of a second later: a timer of the page that is set after them, and longer,
 * ends after theirs.
 */
async function settled(person: Person): Promise<void> {
  await person.page.read(() => new Promise((resolve) => setTimeout(resolve, 300)));
  await afterwards(person);
}

/** Two frames of the page and one answer of the background later: what a key would have begun has begun. */
async function afterwards(person: Person): Promise<void> {
  await person.page.read(async () => {
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
  });
  await person.inBackground(() => chrome.storage.local.get(null));
}

const isBare = (person: Person): Promise<true> =>
  until('nothing to be painted', async () => (await person.painted()).length === 0 || null);

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('pages as they live', browser, (stage) => {
    const person = () => stage().person('Ada');
    const address = (page: string) => `${stage().pages.url}/${page}`;

    test('of every kind are painted again: other scripts and directions, strict, shadow, late, frames', async () => {
      const ada = await person();
      await (await allowAll(ada)).close();
      for (const [page, passage, frame] of KINDS) {
        await ada.goTo(address(page));
        await keep(ada, passage, frame);
      }
      const bare: string[] = [];
      for (const [page, passage, frame] of KINDS) {
        await ada.goTo(address(page));
        await isPainted(ada, passage, frame).catch(() => bare.push(`${page}: ${passage}`));
        // What is registered is not yet seen: the look has to reach the tree that it stands in.
        await ada.page.until('its look', areAllSeen).catch(() => bare.push(`${page}: ${passage}, unseen`));
      }
      expect(bare).toEqual([]);
    });

    test('move by hash, by replaceState and back: what is painted is what stands on the address', async () => {
      const ada = await person();
      await ada.goTo(address('living.html'));
      await keep(ada, BY_DAY);
      await isPainted(ada, BY_DAY);
      await ada.page.click('button', 'Night');
      await isBare(ada);
      await keep(ada, BY_NIGHT);
      await isPainted(ada, BY_NIGHT);
      await ada.page.click('button', 'Day');
      await isPainted(ada, BY_DAY);
      await ada.page.read(() => history.back());
      await isPainted(ada, BY_NIGHT);
      await ada.page.read(() => history.back());
      await isPainted(ada, BY_DAY);
      await ada.page.click('button', 'Page two');
      await isBare(ada);
    });

    test('move by the Navigation API: the same', async () => {
      const ada = await person();
      await ada.goTo(address('living.html'));
      await isPainted(ada, BY_DAY);
      await ada.page.read(takeOverMoves);
      await ada.page.read(moveTo, '?page=two');
      await isBare(ada);
      await ada.page.read(moveTo, '?');
      await isPainted(ada, BY_DAY);
    });

    test('draw themselves anew: it is painted again in the new text, as often as it happens', async () => {
      const ada = await person();
      await ada.goTo(address('living.html'));
      await isPainted(ada, BY_DAY);
      for (let i = 0; i < 3; i++) {
        await ada.page.click('button', 'Redraw');
        await isPainted(ada, BY_DAY);
      }
    });

    test('are edited: the panel shows before and after, and "still right" follows the new words', async () => {
      const ada = await person();
      await ada.goTo(address('living.html'));
      await keep(ada, EDITED);
      await isPainted(ada, EDITED);
      await ada.page.click('button', 'Edit');
      await isPainted(ada, NOW);
      const panel = await ada.openPanel();
      await panel.see(EDITED);
      await panel.see(NOW);
      await panel.click('button', words('movedStillRight'), NOW);
      await panel.miss(words('movedNow'));
      const lesson = (await stored(ada, 'lesson', NOW)) as Kept & { body: { target: { selectors: object[] } } };
      expect(lesson.body.target.selectors[0]).toMatchObject({ exact: NOW });
      await panel.close();
      await isPainted(ada, NOW);
    });

    test('have pictures: a lesson is kept on one by its place, with its alternative text', async () => {
      const ada = await person();
      await ada.goTo(address('living.html'));
      await ada.page.read(() => {
        const image = document.querySelector('img');
        if (image) getSelection()?.selectAllChildren(image.parentElement as Element);
        const range = document.createRange();
        if (image) range.selectNode(image);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
      });
      await ada.command('keep');
      const { id, body } = await stored(ada, 'lesson', 'The valve seen from above, with its red wheel');
      expect(body?.target).toMatchObject({ selectors: [{ type: 'CssSelector' }] });
      await until('it to be found', async () => (await ada.rows('places')).some((row) => row.id === id));
      const place = (await ada.rows('places')).find((row) => row.id === id);
      expect(place?.anchoring).toEqual({ state: 'anchored' });
    });

    test('a click on a passage opens the shortest there; links and selecting by hand keep working', async () => {
      const ada = await person();
      await ada.goTo(address('living.html'));
      await keep(ada, BY_DAY_MORE);
      await keep(ada, WITH_LINK);
      await isPainted(ada, WITH_LINK);
      const click = async (at: string, times = 1) => ada.clickAt(...(await ada.page.read(middleOf, at)), times);
      await click('pump', 2);
      expect((await ada.page.read(() => String(getSelection()))).trim()).toBe('pump');
      await ada.unselect();
      await click('explains each valve');
      await ada.page.until('the link to be followed', () => location.hash === '#handbook');
      await settled(ada);
      expect(await ada.inBackground(isSurfaceOpen)).toBe(false);
      const open = () => (browser === 'chrome' ? ada.panel() : ada.popup());
      await click('pump');
      const first = await open();
      await first.see(BY_DAY);
      await first.miss(BY_DAY_MORE);
      expect(await ada.inBackground(isSurfaceOpen)).toBe(true);
      await first.close();
      await until('it to be closed', async () => !(await ada.inBackground(isSurfaceOpen)));
      await click('the valves twice');
      const second = await open();
      await second.see(BY_DAY_MORE);
      await second.close();
    });

    test('the key again on what was just kept grows it to its sentence, and keeps one lesson', async () => {
      const ada = await person();
      await ada.goTo(address('article.html'));
      const before = (await ada.rows('records')).length;
      await keepAndStay(ada, 'half-done work waits');
      await ada.command('keep');
      await stored(ada, 'lesson', 'Freeze the queue, so that half-done work waits instead of failing.');
      await until('one lesson in place of the other', async () => (await ada.rows('records')).length === before + 1);
    });

    test('keys pressed on a page one after the other keep it once', async () => {
      const ada = await person();
      await ada.goTo(address('moves.html'));
      await ada.unselect();
      const before = (await ada.rows('records')).length;
      for (let i = 0; i < 3; i++) await ada.command('keep');
      await waitForToast(ada, words('toastKeptPage'));
      await afterwards(ada);
      expect(await ada.rows('records')).toHaveLength(before + 1);
    });

    test('hide their fields in closed roots: what is typed there is never kept', async () => {
      const ada = await person();
      await ada.goTo(address('living.html'));
      const before = (await ada.rows('records')).length;
      await ada.page.read(() => (globalThis as unknown as { writeInside(): void }).writeInside());
      await ada.command('keep');
      await afterwards(ada);
      expect(await ada.toast()).toBe('');
      // What is kept after it is the only one that came.
      await ada.goTo(address('dark.html'));
      await ada.command('keep');
      await waitForToast(ada, words('toastKeptPage'));
      expect(await ada.rows('records')).toHaveLength(before + 1);
    });

    test('never stop changing: a lesson is kept and painted all the same', async () => {
      const ada = await person();
      await ada.goTo(address('manual.html'));
      await ada.page.read(() => {
        const flood = () => document.body.append(Object.assign(document.createElement('i'), { textContent: '.' }));
        setInterval(flood, 5);
      });
      await keep(ada, 'Two short tones mean');
      await isPainted(ada, 'Two short tones mean');
    });

    test('have the bar where the person chose it: beside the selection, gone when it should be, off for good', async () => {
      const ada = await person();
      await ada.goTo(address('living.html'));
      await ada.page.read(selectThere, BY_NOON);
      await ada.page.press('Shift');
      await settled(ada);
      expect(await ada.toast()).toBe('');
      await ada.inBackground(() => chrome.storage.local.set({ settings: { parts: { bar: true } } }));
      const comes = () =>
        until('the bar', async () => {
          await ada.page.read(selectThere, BY_NOON);
          await ada.page.press('Shift');
          await settled(ada);
          return (await ada.toast()).includes(words('barKeep'));
        });
      const isGone = () => until('the bar to go', async () => (await ada.toast()) === '');
      await comes();
      expect(await ada.page.read(lookAtBar)).toEqual({ covers: false, focus: 'body', selected: BY_NOON });
      await ada.page.press('Escape');
      await isGone();
      await comes();
      await ada.page.read(() => scrollBy(0, 40));
      await isGone();
      await comes();
      await ada.clickToast('⋯');
      await ada.clickToast(words('barNotHere'));
      await isGone();
      // The bar goes at the click; the choice is stored a moment later.
      const chosen = await until('the choice to be stored', async () => {
        const { settings } = await ada.inBackground(() => chrome.storage.local.get('settings'));
        return (settings as { barSitesOff?: string[] } | undefined)?.barSitesOff ? settings : null;
      });
      expect(chosen).toMatchObject({ parts: { bar: true }, barSitesOff: [new URL(address('')).hostname] });
      await ada.page.read(selectThere, BY_NOON);
      await ada.page.press('Shift');
      await settled(ada);
      expect(await ada.toast()).toBe('');
      await ada.inBackground(() => chrome.storage.local.set({ settings: { parts: { bar: true } } }));
      await comes();
      await ada.clickToast('⋯');
      await ada.clickToast(words('barNever'));
      await until('that choice to be stored', async () => {
        const { settings } = await ada.inBackground(() => chrome.storage.local.get('settings'));
        return (settings as { parts: { bar: boolean } }).parts.bar === false;
      });
    });

    test('none of this made our own code fail', async () => {
      expect(await (await person()).complaints()).toEqual([]);
    });
  });
}

/** Runs in the page: the middle of some words, scrolled into view. */
function middleOf(at: string): [number, number] {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode as Text;
    const start = text.data.indexOf(at);
    if (start < 0 || text.parentElement?.closest('script')) continue;
    text.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, start + at.length);
    const { left, top, width, height } = range.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  }
  throw new Error(`There is no "${at}".`);
}

interface Navigation extends EventTarget {
  navigate(url: string): { finished: Promise<unknown> };
}

/** Runs in the page: from now on it draws what an address means itself, as the Navigation API lets it. */
function takeOverMoves(): void {
  const { navigation } = globalThis as unknown as { navigation: Navigation };
  navigation.addEventListener('navigate', (event) => {
    const move = event as Event & { intercept(how: { handler(): Promise<void> }): void };
    move.intercept({ handler: async () => document.getElementById('redraw')?.click() });
  });
}

/** Runs in the page. */
async function moveTo(url: string): Promise<void> {
  const { navigation } = globalThis as unknown as { navigation: Navigation };
  await navigation.navigate(url).finished;
}

/** Runs in the page: selects some words on a page that can be scrolled. */
function selectThere(wanted: string): void {
  document.body.style.minHeight = '3000px';
  const walk = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode as Text;
    const at = text.data.indexOf(wanted);
    if (at >= 0) getSelection()?.setBaseAndExtent(text, at, text, at + wanted.length);
  }
}

/** Runs in the page: where our bar stands to the selection, and what it has left as it was. */
function lookAtBar() {
  const bar = (document.documentElement.lastElementChild as Element).getBoundingClientRect();
  const lines = [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])];
  const isOver = (line: DOMRect) =>
    line.left < bar.right && bar.left < line.right && line.top < bar.bottom && bar.top < line.bottom;
  return { covers: lines.some(isOver), focus: document.activeElement?.localName, selected: String(getSelection()) };
}
