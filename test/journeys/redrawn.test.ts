import { expect, test } from 'vitest';
import type { Person } from '../../src/dev/browsers/person.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { stored } from '../../src/dev/walk/steps/keep.ts';
import { isSurfaceOpen } from './in-background.ts';
import { journeys } from './journey.ts';
import { isPainted, keep as keepPassage } from './marking.ts';

const IN_LIST = 'counts the lanterns before the gate is barred';
const NOTICE = 'does not wait for parcels that were not weighed';
const IN_ROOT = 'trimmed at noon, when the glass has cooled';
const LATE = 'tried on the first Sunday of each month';
const TWIN = 'Press the green key twice and wait for the tone to end.';
const MOVED = 'Two short tones mean that the label was read twice';
const FUSES = 'replaced in pairs, and the old ones are counted';
const HIDDEN = 'closed by hand before the tide has turned';
const PLAIN = 'boards on the lee side, and never at night';
const CARD = 'hinges are greased weekly';

/** As many as once were all that a page was looked at. */
const REDRAWS = 30;

async function keep(person: Person, passage: string, frame?: string): Promise<void> {
  await keepPassage(person, passage, frame);
  await isPainted(person, passage, frame);
}

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('pages that draw themselves anew', browser, (stage) => {
    const person = () => stage().person('Ada');
    const address = (page: string) => `${stage().pages.url}/${page}`;

    test('put other words into the same text: not one frame is drawn with these marked, and the passage is when it is back', async () => {
      const ada = await person();
      await (await allowAll(ada)).close();
      await ada.goTo(address('redrawn.html'));
      await keep(ada, IN_LIST);
      for (let i = 0; i < 5; i++) {
        expect(await ada.page.read(scrollRows, 1 + (i % 3))).toEqual([]);
        await ada.page.read(scrollRows, 0);
        await isPainted(ada, IN_LIST);
      }
    });

    test('do so again and again, beside a clock that ticks: it is painted each time', async () => {
      const ada = await person();
      await ada.goTo(address('redrawn.html'));
      await keep(ada, NOTICE);
      for (let i = 0; i < REDRAWS; i++) {
        await ada.page.read(redraw);
        await ada.page.until('the notice to be painted where it stands now', isPaintedIn, 'main');
      }
    });

    test('clear all that is marked as they search: ours comes back, and theirs stays', async () => {
      const ada = await person();
      await ada.goTo(address('redrawn.html'));
      await isPainted(ada, NOTICE);
      await ada.page.fill('Search', 'Watch');
      await ada.page.until('what the page has found', () => CSS.highlights.has('found'));
      await isPainted(ada, NOTICE);
      expect(await ada.page.read(() => CSS.highlights.has('found'))).toBe(true);
    });

    test('are made of components that come one in the other, late, or are defined at last', async () => {
      const ada = await person();
      await ada.goTo(address('components.html'));
      await keep(ada, IN_ROOT);
      await keep(ada, LATE);
      for (const late of ['20', '700']) {
        await ada.page.read((ms) => localStorage.setItem('late', ms), late);
        await ada.goTo(address('components.html'));
        await isPainted(ada, IN_ROOT);
        await isPainted(ada, LATE);
      }
    });

    test('have frames that say the same, or whose address is another each time', async () => {
      const ada = await person();
      await ada.goTo(address('twins.html'));
      await ada.page.until('the frames', () =>
        document.querySelectorAll('iframe')[3]?.contentDocument?.querySelector('p'),
      );
      await ada.page.read(selectInFrame, 1);
      await ada.command('keep');
      await stored(ada, 'lesson', TWIN);
      await keep(ada, MOVED, 'session=');
      await keep(ada, FUSES, 'blob:');
      const all = [[], [TWIN], [MOVED], [FUSES]];
      const isAll = async () => JSON.stringify(await ada.page.read(readFrames)) === JSON.stringify(all);
      await until('each to be painted in its own frame', isAll);
      await ada.goTo(address('twins.html'));
      await until('the same when one comes back', isAll);
    });

    test('lay things upon each other: a click opens what was clicked, and no passage below it', async () => {
      const ada = await person();
      await ada.goTo(address('covered.html'));
      for (const passage of [HIDDEN, PLAIN, CARD]) await keep(ada, passage);
      const spot = await ada.page.read(hideInBox, HIDDEN);
      await ada.clickAt(...spot);
      await ada.clickAt(...(await ada.page.read(middleOf, CARD)));
      await ada.page.until('the card to answer', () => document.querySelector('#card.open'));
      await ada.page.read(() => document.querySelector('#cover')?.toggleAttribute('hidden', false));
      await ada.clickAt(...(await ada.page.read(middleOf, PLAIN)));
      await ada.page.read(() => document.querySelector('#cover')?.toggleAttribute('hidden', true));
      await ada.page.read(() => document.querySelector('#plain')?.setAttribute('contenteditable', 'true'));
      await ada.clickAt(...(await ada.page.read(middleOf, PLAIN)));
      await settled(ada);
      expect(await ada.inBackground(isSurfaceOpen)).toBe(false);
      await ada.page.read(() => document.querySelector('#plain')?.removeAttribute('contenteditable'));
      await ada.page.read(() => (document.activeElement as HTMLElement | null)?.blur());
      await ada.clickAt(...(await ada.page.read(middleOf, PLAIN)));
      const surface = await (browser === 'chrome' ? ada.panel() : ada.popup());
      await surface.see(PLAIN);
      await surface.close();
    });

    test('none of this made our own code fail', async () => {
      expect(await (await person()).complaints()).toEqual([]);
    });
  });
}

/** A click opens a quarter of a second later: a timer of the page that is set after it, and longer, ends after it. */
async function settled(person: Person): Promise<void> {
  await person.page.read(() => new Promise((resolve) => setTimeout(resolve, 300)));
  await person.inBackground(() => chrome.storage.local.get(null));
}

/** Runs in the page: shows other lines in the same rows, and gives what is marked in any row when the next frame is drawn. */
async function scrollRows(first: number): Promise<string[]> {
  (globalThis as unknown as { showFrom(first: number): void }).showFrom(first);
  await new Promise(requestAnimationFrame);
  const rows = document.querySelector('#list');
  return [...CSS.highlights.values()]
    .flatMap((highlight) => [...(highlight as unknown as Set<AbstractRange>)])
    .filter(({ startContainer }) => rows?.contains(startContainer))
    .map(({ startContainer, startOffset, endOffset }) => (startContainer as Text).data.slice(startOffset, endOffset));
}

/** Runs in the page: its clock ticks a few times, and it draws itself anew. */
function redraw(): void {
  const page = globalThis as unknown as { tick(): void; redraw(): void };
  for (let i = 0; i < 5; i++) page.tick();
  page.redraw();
}

/** Runs in the page. */
function isPaintedIn(css: string): boolean {
  const place = document.querySelector(css);
  return [...CSS.highlights.values()]
    .flatMap((highlight) => [...(highlight as unknown as Set<AbstractRange>)])
    .some(({ startContainer }) => place?.contains(startContainer));
}

/** Runs in the page: selects the last paragraph of a frame, as a hand does in it. */
function selectInFrame(n: number): void {
  const view = document.querySelectorAll('iframe')[n]?.contentWindow as (Window & typeof globalThis) | null;
  view?.focus();
  const text = view?.document.querySelector('p');
  if (text) view?.getSelection()?.selectAllChildren(text);
}

/** Runs in the page: what is painted in each of its frames. */
function readFrames(): string[][] {
  return [...document.querySelectorAll('iframe')].map((frame) => {
    const view = frame.contentWindow as Window & typeof globalThis;
    return [...view.CSS.highlights.values()]
      .flatMap((highlight) => [...(highlight as unknown as Set<AbstractRange>)])
      .map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = view.document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return String(range);
      });
  });
}

/** Runs in the page: scrolls a passage out of its box, and gives the point of the view at which it would stand. */
function hideInBox(passage: string): [number, number] {
  const box = document.querySelector('#box') as Element;
  box.scrollTop = 0;
  const text = box.lastElementChild?.firstChild as Text;
  const range = document.createRange();
  range.setStart(text, text.data.indexOf(passage));
  range.setEnd(text, text.data.indexOf(passage) + passage.length);
  const { left, top, height } = range.getBoundingClientRect();
  return [left + 100, top + height / 2];
}

/** Runs in the page: the middle of some words. */
function middleOf(at: string): [number, number] {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode as Text;
    const start = text.data.indexOf(at);
    if (start < 0 || text.parentElement?.closest('script')) continue;
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, start + at.length);
    const { left, top, width, height } = range.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  }
  throw new Error(`There is no "${at}".`);
}
