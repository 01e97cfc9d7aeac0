import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../src/dev/browsers/until.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { stored, waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { DIST, journeys } from './journey.ts';

const KEPT = 'once before the pump starts';
const KEPT_BEFORE = 'since the pressure tells its story';
const KEPT_AFTER = 'The handbook';
const NEXT = '9.9.9';

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('an update while a page is open', browser, (stage) => {
    let folder: string;
    const person = () => stage().person('Ada', { extension: folder });

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'sidelight-update-'));
      await cp(join(DIST, browser), folder, { recursive: true });
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    test('a page is open on which all that we do is done: passages, a picture, the bar, something being said', async () => {
      const ada = await person();
      await (await allowAll(ada)).close();
      await ada.goTo(`${stage().pages.url}/living.html`);
      await ada.select(KEPT);
      await ada.command('keep');
      await stored(ada, 'lesson', KEPT);
      await ada.page.read(selectPicture);
      await ada.command('keep');
      await until('the outline', async () => (await ada.page.read(look)).outlines === 1);
      await ada.inBackground(() => chrome.storage.local.set({ settings: { parts: { bar: true } } }));
      await ada.unselect();
      await ada.select(KEPT_BEFORE);
      await ada.command('keep');
      await waitForToast(ada, words('toastKept'));
      await until('all of it', async () => {
        const { painted, outlines, hosts } = await ada.page.read(look);
        return painted === 2 && outlines === 1 && hosts === 1;
      });
    });

    test('the next version comes: what the last one said is gone, and all is marked once', async () => {
      const ada = await person();
      const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
      await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, version: NEXT }));
      await ada.reloadExtension();
      await until('the next version', async () => {
        return (await ada.inBackground(() => chrome.runtime.getManifest().version)) === NEXT;
      });
      // Nobody has touched the page: it is the background that has brought the new layer.
      await until('the new layer', () => ada.inBackground(hasPainter, `${stage().pages.url}/living.html`));
      expect((await ada.page.read(look)).hosts).toBe(0);
      await until('all to be marked once', async () => {
        const { painted, outlines } = await ada.page.read(look);
        return painted === 2 && outlines === 1;
      });
      expect((await ada.painted()).sort()).toEqual([KEPT, KEPT_BEFORE].sort());
      await ada.page.until('its look', isSeen);
    });

    test('the page moves, is drawn anew and printed: only the new layer follows', async () => {
      const ada = await person();
      await ada.page.click('button', 'Night');
      await until('nothing', async () => (await ada.page.read(look)).painted === 0);
      await ada.page.click('button', 'Day');
      await until('all again', async () => (await ada.page.read(look)).painted === 2);
      await ada.page.click('button', 'Redraw');
      await until('all in the new text, and once', async () => {
        const { painted, outlines } = await ada.page.read(look);
        return painted === 2 && outlines === 1;
      });
      await ada.page.read(() => {
        for (const name of ['beforeprint', 'afterprint']) dispatchEvent(new Event(name));
      });
      await until('one outline', async () => (await ada.page.read(look)).outlines === 1);
    });

    test('the key keeps once and says so once, and the bar comes once', async () => {
      const ada = await person();
      const before = (await ada.rows('records')).length;
      await ada.unselect();
      await ada.select(KEPT_AFTER);
      await ada.page.press('Shift');
      await until('the bar', async () => (await ada.toast()).includes(words('barKeep')));
      expect((await ada.page.read(look)).hosts).toBe(1);
      await ada.page.press('Escape');
      await ada.command('keep');
      await waitForToast(ada, words('toastKept'));
      expect((await ada.page.read(look)).hosts).toBe(1);
      await stored(ada, 'lesson', KEPT_AFTER);
      expect(await ada.rows('records')).toHaveLength(before + 1);
      await until('three to be marked', async () => (await ada.page.read(look)).painted === 3);
      await ada.clickToast(words('toastUndo'));
      await waitForToast(ada, words('toastUndone'));
      await until('it to be gone', async () => (await ada.rows('records')).length === before);
    });

    test('marks that are switched off go, and nothing of the layer before stays behind', async () => {
      const ada = await person();
      await until('two', async () => (await ada.page.read(look)).painted === 2);
      await ada.inBackground(() => chrome.storage.local.set({ settings: { parts: { highlights: false } } }));
      await until('none', async () => {
        const { painted, outlines } = await ada.page.read(look);
        return painted === 0 && outlines === 0;
      });
    });

    test('none of this made our own code fail, old or new', async () => {
      expect(await (await person()).complaints()).toEqual([]);
    });
  });
}

/** Runs in the page: how many passages and pictures are marked, each as often as it is, and how many hosts of ours stand there. */
function look() {
  const painted = [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0);
  const outlines = document.getAnimations().filter(({ effect }) => {
    const frames = (effect as KeyframeEffect).getKeyframes();
    return frames.some((frame) => 'outlineStyle' in frame || 'outline' in frame);
  }).length;
  return { painted, outlines, hosts: document.querySelectorAll('div[data-at]').length };
}

function isSeen(): boolean {
  const item = document.querySelector('main p') as Element;
  return !/^transparent$|, 0\)$/.test(getComputedStyle(item, '::highlight(m1)').backgroundColor);
}

function selectPicture(): void {
  const range = document.createRange();
  range.selectNode(document.querySelector('img') as Element);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

/** Runs in the background: whether a layer of this version paints in the page at an address. */
async function hasPainter(address: string): Promise<boolean> {
  const [tab] = (await chrome.tabs.query({})).filter(({ url }) => url?.startsWith(address));
  if (tab?.id === undefined) return false;
  const [found] = await chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => Boolean((globalThis as { sidelight?: { painter?: unknown } }).sidelight?.painter),
  });
  return found?.result === true;
}
