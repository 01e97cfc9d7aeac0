import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChromePerson } from '../../src/dev/browsers/chrome.ts';
import type { FirefoxPerson } from '../../src/dev/browsers/firefox.ts';
import type { Person } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { type PageServer, servePages } from '../../src/dev/page-server.mjs';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { type Kept, stored, waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import {
  flood,
  isPaintedHere,
  isZoomed,
  lookAtHost,
  lookAtPaper,
  middleOf,
  placeCaret,
  readTones,
  stream,
  writeAnew,
} from './in-page.ts';
import { journeys } from './journey.ts';
import { writePdf } from './pdf.ts';

const PASSAGE = 'Note the time, to the minute';
const FIRST = 'A release that hurts people is taken back first and understood afterwards.';
const SECOND =
  'Nobody has to ask for permission to roll back; whoever sees the damage starts it, and says so in the channel of the day.';
const DESCRIBED = 'TextQuoteSelector,TextPositionSelector,CssSelector';
const IN_PDF = 'Close the outlet before you stop the pump';

interface Described {
  selectors: { type: string }[];
}

for (const browser of ['chrome', 'firefox'] as const) {
  journeys("a page's life", browser, (stage) => {
    const person = () => stage().person('Ada');
    const address = (page: string) => `${stage().pages.url}/${page}`;
    const isPainted = async (passage = PASSAGE) => {
      const ada = await person();
      return until(`"${passage}" to be painted`, async () => (await ada.painted()).includes(passage) || null);
    };
    const lessons = async () => (await (await person()).rows('records')).filter(({ kind }) => kind === 'lesson').length;
    let pdfs: PageServer;
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'sidelight-pdf-'));
      await writeFile(join(folder, 'pump.pdf'), writePdf(IN_PDF));
      pdfs = await servePages([folder]);
    });
    afterAll(async () => {
      await pdfs.close();
      await rm(folder, { recursive: true });
    });

    test('from a caret: the page, then its sentence, then the next; and undone, with keys alone', async () => {
      const ada = await person();
      await (await allowAll(ada)).close();
      await ada.goTo(address('article.html'));
      await ada.page.read(placeCaret, 'hurts people');
      await ada.command('keep');
      await waitForToast(ada, words('toastKeptPage'));
      for (const said of [FIRST, `${FIRST} ${SECOND}`]) {
        await ada.command('keep');
        await until(`"${said}" alone`, async () => {
          const rows = (await ada.rows('records')) as unknown as Kept[];
          const quotes = rows.map(({ body }) => body?.quote?.replace(/\s+/g, ' '));
          if (quotes.join() !== said) throw new Error(JSON.stringify(quotes));
          return true;
        });
        await waitForToast(ada, words('toastKept'));
      }
      await ada.page.press('Tab');
      await ada.page.press('Enter');
      await until('it to be undone', async () => (await ada.rows('records')).length === 0);
      await waitForToast(ada, words('toastUndone'));
      await ada.page.press('Escape');
      await until('it to be silent', async () => (await ada.toast()) === '');
    });

    test('zoomed to a half and to double: what we say and the bar stand in view, and beside the selection', async () => {
      const ada = await person();
      await ada.goTo(address('article.html'));
      await ada.unselect();
      await ada.select(PASSAGE);
      await ada.command('keep');
      await stored(ada, 'lesson', PASSAGE);
      await isPainted();
      await ada.inBackground(() => chrome.storage.local.set({ settings: { parts: { bar: true } } }));
      for (const factor of [0.5, 2]) {
        await ada.inBackground(zoomTo, factor);
        await ada.page.until('the zoom', isZoomed, factor);
        await isPainted();
        await until('the bar', async () => {
          await ada.unselect();
          await ada.select('Freeze the queue');
          await ada.page.press('Shift');
          await afterSettling(ada);
          return (await ada.toast()).includes(words('barKeep'));
        });
        expect({ factor, ...(await ada.page.read(lookAtHost)) }).toEqual({ factor, covers: false, isInView: true });
        await ada.page.press('Escape');
        await ada.command('keep');
        await waitForToast(ada, words('toastKept'));
        expect({ factor, ...(await ada.page.read(lookAtHost)) }).toEqual({ factor, covers: false, isInView: true });
        await ada.clickToast(words('toastUndo'));
        await waitForToast(ada, words('toastUndone'));
      }
      await ada.inBackground(zoomTo, 1);
      await ada.inBackground(() => chrome.storage.local.set({ settings: { parts: { bar: false } } }));
      await ada.page.press('Escape');
    });

    test('printed: neither what we say nor what is marked is on the paper, and all of it on the screen after', async () => {
      const ada = await person();
      await ada.goTo(address('article.html'));
      await isPainted();
      await ada.unselect();
      await ada.select('Tell support which sentence');
      await ada.command('keep');
      await waitForToast(ada, words('toastKept'));
      expect(await ada.page.read(lookAtPaper)).toEqual({ isShown: true, isMarked: true });
      await emulatePrint(ada, true);
      await ada.page.until('the paper', () => matchMedia('print').matches);
      expect(await ada.page.read(lookAtPaper)).toEqual({ isShown: false, isMarked: false });
      await emulatePrint(ada, false);
      await ada.page.until('the screen', () => !matchMedia('print').matches);
      expect(await ada.page.read(lookAtPaper)).toEqual({ isShown: true, isMarked: true });
      await ada.clickToast(words('toastUndo'));
      await waitForToast(ada, words('toastUndone'));
    });

    test('written anew from under us, by document.write and as another body: it is marked again, and a click opens it', async () => {
      const ada = await person();
      await ada.goTo(address('article.html'));
      await isPainted();
      await ada.page.read(writeAnew);
      await isPainted();
      await ada.page.read(() => {
        const next = document.createElement('body');
        next.innerHTML = document.body.innerHTML;
        document.body.replaceWith(next);
      });
      await until('it to be in the new body', () => ada.page.read(isPaintedHere));
      await ada.unselect();
      await ada.clickAt(...(await ada.page.read(middleOf, PASSAGE)));
      const surface = browser === 'chrome' ? await ada.panel() : await ada.popup();
      await surface.see(PASSAGE);
      await surface.close();
    });

    test('streamed in, word by word: it is painted once it stands', async () => {
      const ada = await person();
      await ada.goTo(address('article.html'));
      await isPainted();
      await ada.page.read(stream);
      await ada.page.until('the stream to end', () => document.body.dataset.streamed);
      await isPainted();
      expect((await ada.painted()).filter((one) => one === PASSAGE)).toHaveLength(1);
    });

    test('on a site that looks private: nothing by itself, and the first key asks; going on holds from then on', async () => {
      const ada = await person();
      const mail = address('article.html').replace('127.0.0.1', 'mail.localhost');
      await ada.goTo(mail);
      await ada.unselect();
      await ada.select(PASSAGE);
      const before = await lessons();
      await ada.command('keep');
      await waitForToast(ada, words('toastPrivateSite'));
      expect(await lessons()).toBe(before);
      await ada.clickToast(words('toastKeepAnyway'));
      await waitForToast(ada, words('toastKept'));
      await until('the choice to be stored', async () => {
        const { settings } = await ada.inBackground(() => chrome.storage.local.get('settings'));
        return (settings as { sitesOn?: string[] }).sitesOn?.includes('mail.localhost');
      });
      await ada.unselect();
      await ada.select('Freeze the queue');
      await ada.command('keep');
      await until('it to be kept unasked', async () => (await lessons()) === before + 2);
      const options = await ada.openOwn('options');
      await options.see('mail.localhost');
      await options.close();
      await ada.openTab(address('article.html'));
    });

    test('on a site that is switched off: the menu says so, and keeps nothing', async () => {
      const ada = await person();
      const off = (hosts: string[]) =>
        ada.inBackground((hosts) => chrome.storage.local.set({ settings: { parts: {}, sitesOff: hosts } }), hosts);
      await ada.goTo(address('article.html'));
      const before = await lessons();
      await off(['127.0.0.1']);
      await ada.menu('menuKeepPage');
      const popup = await popupOf(ada);
      await popup.see(words('failure_site_off', '127.0.0.1'));
      await popup.close();
      expect(await lessons()).toBe(before);
      await off([]);
      await isPainted();
    });

    test('a PDF: its words from the menu, or the document with the key, without a place, and it says so', async () => {
      const ada = await person();
      const pdf = `${pdfs.url}/pump.pdf`;
      const before = await lessons();
      await openPdf(ada, pdf);
      if (browser === 'chrome') {
        await ada.command('keep');
        await waitForToast(ada, words('toastKeptPage'));
        await ada.inBackground(chooseInPdf, IN_PDF);
        await waitForToast(ada, words('toastKeptWithoutPlace'));
      } else {
        await ada.command('keep');
        const popup = await popupOf(ada);
        await popup.see(words('failure_page_closed'));
        await popup.click('button', words('popupKeepAddress'));
        await until('the document to be kept', async () => (await lessons()) === before + 1);
        await popup.close();
        await ada.select(IN_PDF);
        await ada.menu('menuKeepSelection');
        const kept = await popupOf(ada);
        await kept.see(IN_PDF);
        await kept.close();
      }
      await ada.openTab(address('article.html'));
      const { body } = (await stored(ada, 'lesson', IN_PDF)) as Kept & { body: { target: object } };
      expect(body.target).toMatchObject({ href: pdf, selectors: [] });
      expect(await lessons()).toBe(before + 2);
    });

    test('loaded behind another: nothing is counted or painted before it is looked at, and all of it then', async () => {
      const ada = await person();
      await ada.goTo(address('dark.html'));
      const seen = async () => (await ada.rows('places')).map(({ seen }) => seen);
      const before = await seen();
      const tabId = await ada.inBackground(openBehind, address('article.html'));
      await until('it to be loaded', () => ada.inBackground(isLoaded, tabId));
      // What is answered to others now is answered after what it could have asked as it was loaded.
      await ada.inBackground(() => chrome.storage.local.get(null));
      expect(await seen()).toEqual(before);
      expect(await ada.inBackground((tabId) => chrome.action.getBadgeText({ tabId }), tabId)).toBe('');
      await ada.inBackground(async (tabId) => void (await chrome.tabs.update(tabId, { active: true })), tabId);
      await ada.follow();
      await isPainted();
      await until('the count', () => ada.badge());
    });

    test('as long as a book and never at rest: what is near the view is marked, the rest as one comes to it', async () => {
      const ada = await person();
      await ada.goTo(address('book.html'));
      await ada.select('Paragraph 1.1:');
      await ada.command('keep');
      // Kept by its words at once, and described when all of the page was read.
      await until('it to be described', async () => {
        const { body } = (await stored(ada, 'lesson', 'Paragraph 1.1:')) as Kept & { body: { target: Described } };
        return body.target.selectors.map(({ type }) => type).join() === DESCRIBED;
      });
      await ada.inBackground(keepInBook, 24);
      await until('all of it to be marked', async () => (await ada.painted()).length === 25);
      await ada.page.read(flood);
      const few = await until('only what is near to be marked', async () => {
        const painted = await ada.painted();
        return painted.length < 20 && painted;
      });
      expect(few).toContain('Paragraph 1.1:');
      expect(few).not.toContain('Paragraph 25.1:');
      await ada.page.read(scrollTo25);
      await until('what is in view now', async () => (await ada.painted()).includes('Paragraph 25.1:'));
      expect(await ada.painted()).not.toContain('Paragraph 1.1:');
      await ada.goTo(address('article.html'));
    });

    test('three clicks on a paragraph of a book: it is kept by its words at once, and described after', async () => {
      const ada = await person();
      await ada.goTo(address('book.html'));
      await ada.unselect();
      await ada.clickAt(...(await ada.page.read(middleOfParagraph, 30)), 3);
      const paragraph = await ada.page.read(() => String(getSelection()).trim());
      expect(paragraph).toMatch(/^Paragraph 30\.1:/);
      await ada.command('keep');
      const selectors = async () => {
        const { body } = (await stored(ada, 'lesson', paragraph)) as Kept & { body: { target: Described } };
        return body.target.selectors.map(({ type }) => type).join();
      };
      await until('it to be described', async () => (await selectors()) === DESCRIBED);
      await ada.goTo(address('article.html'));
    });

    if (browser === 'chrome') {
      test("with forced colours: every tone is the system's, and told by its line", async () => {
        const { tab, page } = (await person()) as ChromePerson;
        await isPainted();
        const session = await tab.createCDPSession();
        const features = [{ name: 'forced-colors', value: 'active' }];
        await session.send('Emulation.setEmulatedMedia', { features });
        const looks = await page.read(readTones);
        await session.send('Emulation.setEmulatedMedia', { features: [] });
        await session.detach();
        const { own, ...others } = looks.tones;
        expect(own).toMatchObject(looks.mark);
        expect(Object.values(others).map(({ line }) => line)).toEqual(['solid', 'dotted', 'dashed', 'solid']);
        expect(
          Object.values(others)
            .slice(0, 3)
            .map(({ paper }) => paper),
        ).toEqual(Array(3).fill(looks.mark.paper));
      });

      test('flooded with changes: our own work stays small, and at rest there is none', async () => {
        const ada = (await person()) as ChromePerson;
        await ada.goTo(address('article.html'));
        await isPainted();
        // The page is read once, a moment after it is painted; then comes the rest.
        await until('a second without any work', async () => (await countCalls(ada, () => pass(1_000))) === 0);
        await ada.page.read(flood);
        const calls = await countCalls(ada, () => pass(2_500));
        const changes = await ada.page.read(() => Number(document.body.dataset.changes));
        expect(changes).toBeGreaterThan(5_000);
        // A look every quarter of a second, each a few calls for each passage.
        expect(calls).toBeGreaterThan(0);
        expect(calls).toBeLessThan(1_200);
      });
    }

    test('none of this made our own code fail', async () => {
      expect(await (await person()).complaints()).toEqual([]);
    });
  });
}

const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The bar comes a quarter of a second after the key: a timer of the page that is set later and longer comes after it. */
const afterSettling = (person: Person) => person.page.read(() => new Promise((resolve) => setTimeout(resolve, 300)));

async function zoomTo(factor: number): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await chrome.tabs.setZoom(tab.id, factor);
}

async function emulatePrint(person: Person, is: boolean): Promise<void> {
  if (person.browser === 'chrome') return (person as ChromePerson).tab.emulateMediaType(is ? 'print' : 'screen');
  await (person as FirefoxPerson).inside.run((is) => {
    const { browsingContext } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedTab.linkedBrowser;
    (browsingContext as unknown as { mediumOverride: string }).mediumOverride = is ? 'print' : '';
  }, is);
}

/**
 * The popup that says why nothing was done. Where it did not open (seen in Firefox on a busy machine), what it was to say
 * waits for the next one.
 */
const popupOf = (person: Person) => person.popup().catch(() => person.openPopup());

/** In a new tab. Firefox shows it in a page of its own that has its address; there it is read once its words stand. */
async function openPdf(person: Person, pdf: string): Promise<void> {
  const view = await person.openTab(pdf);
  if (person.browser === 'firefox') await view.see(IN_PDF);
}

/** Runs in the background: the menu item as Chrome gives it on words of a PDF, which the debugger cannot select. */
async function chooseInPdf(selectionText: string): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const info = { menuItemId: 'menuKeepSelection', pageUrl: tab?.url, editable: false, selectionText };
  (chrome.contextMenus.onClicked as unknown as { dispatch(...args: unknown[]): void }).dispatch(info, tab);
}

/** Runs in the background: the first words of so many more chapters are kept, by the layer that the first gesture brought. */
async function keepInBook(chapters: number): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  await chrome.scripting.executeScript({
    target: { tabId: tab?.id ?? -1 },
    args: [chapters],
    func: async (chapters: number) => {
      type Layer = { capture(what: string, gesture: string, asksFirst: boolean): Promise<string> };
      const layer = (globalThis as unknown as { sidelight: Layer }).sidelight;
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let chapter = 2; chapter < chapters + 2 && walk.nextNode(); ) {
        const text = walk.currentNode as Text;
        const words = `Paragraph ${chapter}.1:`;
        if (!text.data.includes(words)) continue;
        const at = text.data.indexOf(words);
        getSelection()?.setBaseAndExtent(text, at, text, at + words.length);
        await layer.capture('lesson', 'button', false);
        chapter++;
      }
    },
  });
}

/** Runs in the page: the beginning of its twenty-fifth chapter comes into view. */
function scrollTo25(): void {
  document.querySelectorAll('section')[24]?.scrollIntoView({ behavior: 'instant' });
}

/** Runs in the page: the middle of the first paragraph of a chapter, in view. */
function middleOfParagraph(chapter: number): [number, number] {
  const paragraph = document.querySelectorAll('section')[chapter - 1]?.querySelector('p') as Element;
  paragraph.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, height } = paragraph.getBoundingClientRect();
  return [left + 40, top + height / 2];
}

async function openBehind(url: string): Promise<number> {
  const { id } = await chrome.tabs.create({ url, active: false });
  return id ?? -1;
}

const isLoaded = async (tabId: number): Promise<boolean> => {
  const { status, url } = await chrome.tabs.get(tabId);
  return status === 'complete' && url !== 'about:blank';
};

/** How often functions of our page layer are called while something goes on. */
async function countCalls({ tab }: ChromePerson, work: () => Promise<void>): Promise<number> {
  const session = await tab.createCDPSession();
  try {
    await session.send('Profiler.enable');
    await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    await work();
    const { result } = await session.send('Profiler.takePreciseCoverage');
    const ours = result.filter(({ url }) => /^chrome-extension:.*\/capture\//.test(url));
    return ours.flatMap(({ functions }) => functions).reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
  } finally {
    await session.detach();
  }
}
