import { expect, test } from 'vitest';
import type { ChromePerson } from '../../src/dev/browsers/chrome.ts';
import type { Person } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { lookAtHost } from './in-page.ts';
import { journeys } from './journey.ts';

/** Where a line of text is put, and how it is read. */
const PLACES: [where: string, css: string, dir: 'ltr' | 'rtl'][] = [
  ['at the top edge', 'top: 0; left: 300px', 'ltr'],
  ['at the bottom edge', 'bottom: 0; left: 300px', 'ltr'],
  ['at the left edge', 'top: 200px; left: 0', 'ltr'],
  ['at the right edge', 'top: 200px; right: 0', 'ltr'],
  ['at the right edge, read from right to left', 'top: 200px; right: 0', 'rtl'],
  ['at the left edge, read from right to left', 'top: 200px; left: 0', 'rtl'],
];

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('the bar at a selection', browser, (stage) => {
    const person = () => stage().person('Ada');

    test.each(PLACES)(
      '%s covers nothing of what is selected, and all of it is in view, its ways off too',
      async (_, css, dir) => {
        const ada = await person();
        if (css === PLACES[0]?.[1]) {
          await (await allowAll(ada)).close();
          await ada.inBackground(() => chrome.storage.local.set({ settings: { parts: { bar: true } } }));
        }
        await ada.goTo(`${stage().pages.url}/article.html`);
        await haveBar(ada, () => ada.page.read(selectLine, css, dir));
        expect(await ada.page.read(lookAtHost)).toEqual({ covers: false, isInView: true });
        await ada.clickToast('⋯');
        await until('the ways off', async () => (await ada.toast()).includes(words('barNever')));
        expect(await ada.page.read(lookAtHost)).toEqual({ covers: false, isInView: true });
        await ada.page.press('Escape');
        await until('the bar to go', async () => (await ada.toast()) === '');
        expect(await ada.page.read(() => String(getSelection()))).toBe('a line of text');
      },
    );

    test('covers nothing where the page zooms all of itself', async () => {
      const ada = await person();
      await ada.goTo(`${stage().pages.url}/article.html`);
      await ada.page.read(() => document.documentElement.style.setProperty('zoom', '0.7'));
      await haveBar(ada, () => ada.page.read(selectLine, 'top: 200px; left: 300px', 'ltr'));
      expect(await ada.page.read(lookAtHost)).toEqual({ covers: false, isInView: true });
    });

    test.each([
      ['what is selected grows under it', () => getSelection()?.modify('extend', 'forward', 'word')],
      ['the page puts something in above', () => document.body.prepend(document.createElement('hr'))],
      [
        'it is moved within a shell that keeps its size',
        () => {
          Object.assign(document.body.style, { position: 'fixed', inset: '0', paddingTop: '9px' });
        },
      ],
    ])('goes when %s', async (_, change) => {
      const ada = await person();
      await ada.goTo(`${stage().pages.url}/article.html`);
      await haveBar(ada, () => ada.page.read(selectIn, 'p'));
      await ada.page.read(change);
      await until('the bar to go', async () => (await ada.toast()) === '');
    });

    if (browser === 'chrome') {
      test('over a modal dialog of a component a hand can press what we say', async () => {
        const ada = await person();
        await ada.goTo(`${stage().pages.url}/notes.html`);
        await ada.unselect();
        await ada.page.read(openModals);
        const before = (await ada.rows('records')).length;
        await ada.command('keep');
        await waitForToast(ada, words('toastKeptPage'));
        await ada.clickToast(words('toastUndo'));
        await until('it to be gone', async () => (await ada.rows('records')).length === before);
      });

      test('goes when the wheel turns over what scrolls in a shadow tree, of which no scrolling is heard outside', async () => {
        const ada = (await person()) as ChromePerson;
        await ada.goTo(`${stage().pages.url}/article.html`);
        await haveBar(ada, () => ada.page.read(selectLine, 'top: 200px; left: 300px', 'ltr'));
        await ada.page.read(addScroller);
        await ada.tab.mouse.move(450, 550);
        await ada.tab.mouse.wheel({ deltaY: 50 });
        await ada.page.until(
          'it to scroll',
          () => document.querySelector('#scroller')?.shadowRoot?.firstElementChild?.scrollTop,
        );
        await until('the bar to go', async () => (await ada.toast()) === '');
      });

      test('does not come where a page writes by its own hand, nor in a document that is one field; the key does nothing there', async () => {
        const ada = await person();
        for (const make of [writeByHand, designAll]) {
          await ada.goTo(`${stage().pages.url}/article.html`);
          await ada.page.read(make);
          await ada.page.read(selectIn, 'p');
          await ada.page.press('Shift');
          await ada.page.read(() => new Promise((resolve) => setTimeout(resolve, 400)));
          await ada.command('keep');
          await ada.page.read(() => new Promise((resolve) => setTimeout(resolve, 400)));
          expect(await ada.toast()).toBe('');
        }
        expect(await ada.rows('records')).toEqual([]);
      });
    }

    test('none of this made our own code fail', async () => {
      expect(await (await person()).complaints()).toEqual([]);
    });
  });
}

/** The page is there before what comes with it, so a person may have to select once more. */
const haveBar = (ada: Person, select: () => Promise<void>) =>
  until('the bar', async () => {
    await select();
    await ada.page.press('Shift');
    await ada.page.read(() => new Promise((resolve) => setTimeout(resolve, 300)));
    return (await ada.toast()).includes(words('barKeep'));
  });

/** Runs in the page: over a modal dialog there is another, in a component that stands before it. */
function openModals(): void {
  const root = document.body.appendChild(document.createElement('x-box')).attachShadow({ mode: 'open' });
  root.innerHTML = '<dialog><p>Save what you wrote?</p><button>Save</button></dialog>';
  const first = document.body.appendChild(document.createElement('dialog'));
  first.showModal();
  root.querySelector('dialog')?.showModal();
}

/** Runs in the page: a line stands there, and is selected. */
function selectLine(css: string, dir: string): void {
  document.querySelector('#line')?.remove();
  const line = document.body.appendChild(document.createElement('p'));
  line.id = 'line';
  line.dir = dir;
  line.textContent = 'a line of text';
  line.style.cssText = `position: fixed; margin: 0; font: 16px/20px serif; background: white; ${css}`;
  getSelection()?.selectAllChildren(line);
}

function selectIn(css: string): void {
  getSelection()?.selectAllChildren(document.querySelector(css) as Element);
}

/** Runs in the page: its first paragraph is written in by the page itself (EditContext). */
function writeByHand(): void {
  const paragraph = document.querySelector('p') as HTMLElement;
  const { EditContext } = globalThis as unknown as { EditContext: new () => object };
  Object.assign(paragraph, { editContext: new EditContext(), tabIndex: 0 });
  paragraph.focus();
}

function designAll(): void {
  document.designMode = 'on';
  document.body.focus();
}

function addScroller(): void {
  const host = document.body.appendChild(document.createElement('div'));
  host.id = 'scroller';
  host.style.cssText = 'position: fixed; left: 400px; top: 500px';
  const box = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
  box.style.cssText = 'width: 100px; height: 100px; overflow: auto; background: white';
  box.appendChild(document.createElement('div')).style.height = '900px';
}
