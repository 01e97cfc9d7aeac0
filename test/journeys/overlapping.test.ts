import { expect, test } from 'vitest';
import { until } from '../../src/dev/browsers/until.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { stored } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { isSurfaceOpen } from './in-background.ts';
import { areAllSeen } from './in-page.ts';
import { journeys } from './journey.ts';

const AROUND =
  'the crew checks the valves twice, once before the pump starts and once after it has been running for an hour';
const WITHIN = 'once before the pump starts';
const IN_BOTH = 'the pump';
const IN_FRAME = 'still holds sentences worth keeping';
const FRAME = 'srcdoc';
const SENTENCE = `A frame without an address of its own ${IN_FRAME}.`;

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('passages that overlap, and a frame beside them', browser, (stage) => {
    const person = () => stage().person('Ada');
    const address = () => `${stage().pages.url}/living.html`;

    /** What is painted in the page and in its frame is exactly this. */
    const isShown = async (here: string[], inFrame: string[]) => {
      const ada = await person();
      const wanted = JSON.stringify([here, inFrame]);
      await until(wanted, async () => {
        const painted = JSON.stringify([await ada.painted(), await ada.painted(FRAME)]);
        if (painted !== wanted) throw new Error(painted);
        return true;
      });
    };
    const all = () => isShown([AROUND, WITHIN], [IN_FRAME]);
    const nothing = () => isShown([], []);

    test('are painted as they are kept, each in the document it stands in', async () => {
      const ada = await person();
      await (await allowAll(ada)).close();
      await ada.goTo(address());
      for (const [passage, frame] of [[IN_FRAME, FRAME], [AROUND], [WITHIN]] as const) {
        await ada.unselect();
        await ada.select(passage, frame === undefined ? {} : { frame });
        await ada.command('keep');
        await stored(ada, 'lesson', passage);
      }
      await ada.unselect();
      await all();
    });

    test('go with the route and come back with it, however the page moves', async () => {
      const ada = await person();
      for (let turn = 0; turn < 3; turn++) {
        await ada.page.click('button', 'Night');
        await nothing();
        await ada.page.click('button', 'Day');
        await all();
        await ada.page.read(() => history.back());
        await nothing();
        await ada.page.read(() => history.back());
        await all();
        await ada.page.read(pushAndDraw, '?page=two');
        await nothing();
        await ada.page.read(pushAndDraw, '?');
        await all();
      }
    });

    test('come again where the page writes its text anew, or its frame is loaded anew', async () => {
      const ada = await person();
      for (let turn = 0; turn < 3; turn++) {
        await ada.page.click('button', 'Redraw');
        await all();
        await ada.page.read(loadFrameAnew);
        await all();
        await ada.page.until('their look', areAllSeen);
      }
      await ada.goTo(address());
      await all();
    });

    test('open with a click, in the frame too, whatever became of it meanwhile', async () => {
      const ada = await person();
      await ada.page.read(loadFrameAnew);
      await all();
      for (const [passage, other] of [
        [IN_FRAME, AROUND],
        [WITHIN, IN_FRAME],
      ] as const) {
        await ada.clickAt(...(await ada.page.read(middleOfPainted, passage)));
        const surface = await (browser === 'chrome' ? ada.panel() : ada.popup());
        await surface.see(passage);
        await surface.miss(other);
        await surface.close();
        await until('it to be closed', async () => !(await ada.inBackground(isSurfaceOpen)));
      }
    });

    test('are left alone by a click on what the page shows to be its own, with the hand of the pointer', async () => {
      const ada = await person();
      const click = async () => ada.clickAt(...(await ada.page.read(middleOfPainted, WITHIN)));
      await ada.page.read(showHand, 'main p');
      await click();
      await ada.page.read(() => new Promise((resolve) => setTimeout(resolve, 600)));
      expect(await ada.inBackground(isSurfaceOpen)).toBe(false);
      // Where all of the page has it, it says nothing.
      await ada.page.read(showHand, 'body, body *');
      await click();
      const surface = await (browser === 'chrome' ? ada.panel() : ada.popup());
      await surface.see(WITHIN);
      await surface.close();
      await ada.page.read(showHand, '');
    });

    test('stay where they are as the frame goes, or goes on to another site, and come with it again', async () => {
      const ada = await person();
      const elsewhere = address().replace('127.0.0.1', 'localhost').replace('living', 'manual');
      for (const url of ['', elsewhere]) {
        await ada.page.read(takeFrameAway, url);
        await ada.page.click('button', 'Redraw');
        await until('those of the page', async () => (await ada.painted()).join() === [AROUND, WITHIN].join());
        await ada.page.click('button', 'Night');
        await until('nothing', async () => (await ada.painted()).length === 0);
        await ada.page.click('button', 'Day');
        await until('those of the page again', async () => (await ada.painted()).join() === [AROUND, WITHIN].join());
        await ada.page.read(putFrameBack);
        await all();
      }
    });

    test('are told apart: the one within has a look of its own', async () => {
      const ada = await person();
      const looks = await ada.page.read(looksOf);
      expect(looks.map(({ passages }) => passages.sort())).toEqual([[WITHIN, AROUND], [WITHIN]]);
      const [around, within] = looks;
      expect(within?.line).not.toBe(around?.line);
      expect(within?.paper).not.toMatch(/^transparent$|, 0\)$/);
    });

    test('grow in the frame with the key pressed again, and begin anew where it was loaded in between', async () => {
      const ada = await person();
      const before = (await ada.rows('records')).length;
      const keep = async (passage: string) => {
        await ada.command('keep');
        await stored(ada, 'lesson', passage);
      };
      await ada.unselect();
      await ada.select('an address of its own', { frame: FRAME });
      await keep('an address of its own');
      await keep(SENTENCE);
      await until('one in place of the other', async () => (await ada.rows('records')).length === before + 1);
      await ada.page.read(loadFrameAnew);
      await ada.unselect();
      await ada.select('A frame without', { frame: FRAME });
      await keep('A frame without');
      expect(await ada.rows('records')).toHaveLength(before + 2);
      await ada.clickToast(words('toastUndo'));
      await until('it to be undone', async () => (await ada.rows('records')).length === before + 1);
    });

    test('are told apart where three lie upon each other, too', async () => {
      const ada = await person();
      await ada.unselect();
      await ada.select(IN_BOTH);
      await ada.command('keep');
      await stored(ada, 'lesson', IN_BOTH);
      await ada.unselect();
      await until('three of them', async () => (await ada.page.read(looksOf)).length === 3);
      const looks = await ada.page.read(looksOf);
      expect(looks.map(({ passages }) => passages.length)).toEqual([3, 2, 1]);
      expect(looks[2]?.passages).toEqual([IN_BOTH]);
      expect(new Set(looks.map(({ line, offset }) => `${line} ${offset}`)).size).toBe(3);
    });

    test('none of this made our own code fail', async () => {
      expect(await (await person()).complaints()).toEqual([]);
    });
  });
}

/** Runs in the page: as applications move that draw what an address means. */
function pushAndDraw(url: string): void {
  history.pushState(null, '', url);
  document.getElementById('redraw')?.click();
}

/** Runs in the page. */
function loadFrameAnew(): Promise<void> {
  const frame = document.querySelector('iframe') as HTMLIFrameElement;
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
    frame.srcdoc = `${frame.srcdoc} `;
  });
}

/** Runs in the page. */
function showHand(css: string): void {
  document.querySelector('#hand')?.remove();
  const style = Object.assign(document.createElement('style'), { id: 'hand' });
  if (css !== '') style.textContent = `${css} { cursor: pointer }`;
  document.head.append(style);
}

/** Runs in the page: out of it, or to another address. */
function takeFrameAway(url: string): Promise<void> | void {
  const frame = document.querySelector('iframe') as HTMLIFrameElement;
  document.body.dataset.frame = frame.srcdoc;
  if (url === '') return frame.remove();
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
    frame.removeAttribute('srcdoc');
    frame.src = url;
  });
}

function putFrameBack(): void {
  document.querySelector('iframe')?.remove();
  const frame = document.createElement('iframe');
  frame.srcdoc = document.body.dataset.frame ?? '';
  document.body.append(frame);
}

/** Runs in the page: the middle of a painted passage, of the page or of its frame, in the view. */
function middleOfPainted(at: string): [number, number] {
  const frame = document.querySelector('iframe') as HTMLIFrameElement;
  frame.scrollIntoView({ block: 'center', behavior: 'instant' });
  for (const view of [window, frame.contentWindow] as (Window & typeof globalThis)[]) {
    for (const highlight of view.CSS.highlights.values()) {
      for (const range of highlight as unknown as Set<StaticRange>) {
        const live = view.document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        if (live.toString() !== at) continue;
        const [box] = live.getClientRects();
        const { left, top } = view === window ? { left: 0, top: 0 } : frame.getBoundingClientRect();
        return [left + (box?.left ?? 0) + (box?.width ?? 0) / 2, top + (box?.top ?? 0) + (box?.height ?? 0) / 2];
      }
    }
  }
  throw new Error(`"${at}" is not painted.`);
}

/** Runs in the page: what is registered, from what lies below to what lies upon it, and how it looks. */
function looksOf(): { passages: string[]; line: string; offset: string; paper: string }[] {
  const registered = Array.from(CSS.highlights).sort(([, a], [, b]) => a.priority - b.priority);
  return registered.map(([name, highlight]) => {
    const ranges = Array.from(highlight as unknown as Set<StaticRange>);
    const holder = ranges[0]?.startContainer.parentElement as Element;
    const look = getComputedStyle(holder, `::highlight(${name})`);
    const passages = ranges.map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const live = document.createRange();
      live.setStart(startContainer, startOffset);
      live.setEnd(endContainer, endOffset);
      return live.toString();
    });
    return {
      passages,
      line: `${look.textDecorationStyle} ${look.textDecorationThickness}`,
      offset: look.textUnderlineOffset,
      paper: look.backgroundColor,
    };
  });
}
