import { expect, test } from 'vitest';
import type { ChromePerson } from '../../src/dev/browsers/chrome.ts';
import { until } from '../../src/dev/browsers/until.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { type Kept, stored, waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { isSurfaceOpen } from './in-background.ts';
import { middleOf } from './in-page.ts';
import { journeys } from './journey.ts';

const IN_LINK = 'explains each valve';
const IN_FIELD = 'the valve is open again';
const GONE = 'Two short tones mean that the label was read twice.';
const NESTED = 'half-done work waits';

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('ways in, and out', browser, (stage) => {
    const person = () => stage().person('Ada');
    const address = (page: string) => `${stage().pages.url}/${page}`;
    const surface = async () =>
      (await person()).browser === 'chrome' ? (await person()).panel() : (await person()).popup();

    test('a link is kept from its menu, with its words and the page it stands on', async () => {
      const ada = await person();
      await (await allowAll(ada)).close();
      await ada.goTo(address('living.html'));
      await ada.select(IN_LINK);
      await ada.menu('menuKeepLink');
      await waitForToast(ada, words('toastKeptLink'));
      const rows = (await ada.rows('records')) as unknown as Kept[];
      expect(rows.map(({ body }) => [body?.link, body?.target?.href])).toEqual([
        [address('living.html#handbook'), address('living.html')],
      ]);
      expect(rows[0]?.body?.title).toContain(IN_LINK);
    });

    test('a page is kept from its menu, by its title', async () => {
      const ada = await person();
      await ada.goTo(address('dark.html'));
      await ada.unselect();
      await ada.menu('menuKeepPage');
      await waitForToast(ada, words('toastKeptPage'));
      expect((await stored(ada, 'lesson', 'Night shift')).body?.quote).toBeUndefined();
    });

    test('in what is written in, the menu keeps nothing and says so', async () => {
      const ada = await person();
      await ada.goTo(address('fields.html'));
      const before = (await ada.rows('records')).length;
      await ada.select(IN_FIELD);
      await ada.menu('menuKeepSelection');
      const popup = await ada.popup().catch(() => ada.openPopup());
      await popup.see(words('failure_in_field'));
      await popup.close();
      expect(await ada.rows('records')).toHaveLength(before);
    });

    test('what is being written stays that when a button beside it takes the focus', async () => {
      const ada = await person();
      const before = (await ada.rows('records')).length;
      await ada.goTo(address('fields.html'));
      await ada.select(IN_FIELD);
      await ada.page.read(() => {
        const bold = document.createElement('button');
        document.body.append(bold);
        bold.focus();
      });
      await ada.command('keep');
      await ada.page.read(() => new Promise((resolve) => setTimeout(resolve, 400)));
      expect(await ada.toast()).toBe('');
      expect(await ada.rows('records')).toHaveLength(before);
    });

    test('in a field within an open root, of the page or of a frame, the key does nothing', async () => {
      const ada = await person();
      const before = (await ada.rows('records')).length;
      for (const isInFrame of [false, true]) {
        await ada.goTo(address('fields.html'));
        await ada.page.read(writeInRoot, isInFrame);
        await ada.command('keep');
        await ada.page.read(() => new Promise((resolve) => setTimeout(resolve, 400)));
        expect(await ada.toast()).toBe('');
      }
      // What is kept after it is the only one that came.
      await ada.goTo(address('notes.html'));
      await ada.command('keep');
      await waitForToast(ada, words('toastKeptPage'));
      expect(await ada.rows('records')).toHaveLength(before + 1);
    });

    test('a table is kept by its place, under its caption, and outlined', async () => {
      const ada = await person();
      await ada.goTo(address('article.html?table'));
      await ada.page.read(addTable);
      await ada.page.read(selectTable);
      await ada.command('keep');
      const { id } = await stored(ada, 'lesson', 'Pressure by hour');
      await until('its outline', () => ada.page.read(isTableOutlined));
      const place = (await ada.rows('places')).find((row) => row.id === id);
      expect(place?.anchoring).toEqual({ state: 'anchored' });
    });

    test('what is gone from its page stands in the panel with its words and why', async () => {
      const ada = await person();
      await ada.goTo(address('manual.html'));
      await ada.select(GONE);
      await ada.command('keep');
      await until('it to be painted', async () => (await ada.painted()).includes(GONE));
      await ada.page.read(() => document.querySelector('p')?.remove());
      await until('nothing to be painted', async () => (await ada.painted()).length === 0);
      const panel = await ada.openPanel();
      await panel.see(GONE);
      await panel.see(words('anchor_not_found'));
      await panel.miss(words('movedStillRight'));
      await panel.close();
    });

    test('of passages that overlap each opens where it alone stands; a click that no hand made opens none', async () => {
      const ada = await person();
      await ada.goTo(address('article.html'));
      const whole = 'Freeze the queue, so that half-done work waits instead of failing.';
      for (const passage of [whole, NESTED]) {
        await ada.select(passage);
        await ada.command('keep');
        await stored(ada, 'lesson', passage);
        await ada.unselect();
      }
      await until('both to be painted', async () => {
        const painted = await ada.painted();
        return painted.includes(whole) && painted.includes(NESTED);
      });
      const at = await ada.page.read(middleOf, NESTED);
      await ada.page.read(clickWithoutHand, ...at);
      expect(await ada.inBackground(isSurfaceOpen)).toBe(false);
      await ada.clickAt(...at);
      const first = await surface();
      await first.until(
        'the shorter one',
        (nested, whole) => {
          const { innerText } = document.body;
          return innerText.includes(nested) && !innerText.includes(whole);
        },
        NESTED,
        whole,
      );
      await first.close();
    });

    if (browser === 'chrome') {
      test('while a word is composed the key keeps nothing and takes nothing from it', async () => {
        const ada = (await person()) as ChromePerson;
        await ada.goTo(address('fields.html'));
        const before = (await ada.rows('records')).length;
        await ada.page.read(() => document.getElementById('name')?.focus());
        const session = await ada.tab.createCDPSession();
        await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
        await ada.command('keep');
        await session.send('Input.insertText', { text: '日本' });
        await session.detach();
        expect(await ada.page.read(() => (document.getElementById('name') as HTMLInputElement).value)).toContain(
          '日本',
        );
        await ada.goTo(address('notes.html'));
        await ada.command('keep');
        await waitForToast(ada, words('toastKeptPage'));
        expect(await ada.rows('records')).toHaveLength(before + 1);
      });
    }

    test('none of this made our own code fail', async () => {
      expect(await (await person()).complaints()).toEqual([]);
    });
  });
}

/** Runs in the page: a field in a root within a root has the focus, and what is written there is selected. */
function writeInRoot(isInFrame: boolean): void {
  const frame = isInFrame ? document.body.appendChild(document.createElement('iframe')) : null;
  const holder = frame?.contentDocument ?? document;
  let root: Element | ShadowRoot = holder.body;
  for (let i = 0; i < 2; i++) {
    root = root.appendChild(holder.createElement('div')).attachShadow({ mode: 'open' });
    root.innerHTML = '<p>Around it one can read.</p>';
  }
  const field = root.appendChild(holder.createElement('input'));
  field.value = 'what is typed';
  field.focus();
  field.select();
}

/** Runs in the page: a table stands at its end. */
function addTable(): void {
  document
    .querySelector('main')
    ?.insertAdjacentHTML(
      'beforeend',
      '<table id="hours"><caption>Pressure by hour</caption><tr><td></td><td></td></tr></table>',
    );
}

function selectTable(): void {
  const table = document.getElementById('hours') as Element;
  const range = document.createRange();
  range.selectNode(table.querySelector('tr') as Element);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

const isTableOutlined = (): boolean =>
  getComputedStyle(document.getElementById('hours') as Element).outlineStyle === 'solid';

/** Runs in the page, and waits longer than a click takes to open something. */
async function clickWithoutHand(x: number, y: number): Promise<void> {
  const at = { bubbles: true, composed: true, detail: 1, clientX: x, clientY: y };
  document.elementFromPoint(x, y)?.dispatchEvent(new MouseEvent('click', at));
  await new Promise((resolve) => setTimeout(resolve, 600));
}
