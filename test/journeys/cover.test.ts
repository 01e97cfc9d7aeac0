import { expect, test } from 'vitest';
import { until } from '../../src/dev/browsers/until.ts';
import { allowAll } from '../../src/dev/walk/steps/allow.ts';
import { waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { journeys } from './journey.ts';

const PASSAGE = 'a rule from within a closed root wins';

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('a page that hides what is not its own', browser, (stage) => {
    test('may try each way: what we say stays in view, and only a hand can press it', async () => {
      const ada = await stage().person('Ada');
      await (await allowAll(ada)).close();
      await ada.goTo(`${stage().pages.url}/cover.html`);
      const ways = Number(await ada.page.read(() => document.body.dataset.ways));
      expect(ways).toBeGreaterThan(12);
      for (let way = 0; way < ways; way++) {
        await ada.page.read(tryWay, way);
        await ada.unselect();
        await ada.select(PASSAGE);
        await ada.command('keep');
        await waitForToast(ada, words('toastKept'));
        expect({ way, ...(await ada.page.read(lookAtHost)) }).toEqual({ way, ...INTACT });
        await ada.clickToast(words('toastUndo'));
        await until('the lesson to be gone', async () => (await ada.rows('records')).length === 0);
      }
    });

    test('may put itself over what we say and let the click through: what that gains is private, and can be undone', async () => {
      const ada = await stage().person('Ada');
      await ada.goTo(`${stage().pages.url}/cover.html`);
      for (const way of VEILS) {
        await ada.unselect();
        await ada.select(PASSAGE);
        await ada.command('keep');
        await waitForToast(ada, words('toastKept'));
        await ada.page.read(veil, way);
        await ada.clickToast(words('toastUndo'));
        await until(`the lesson to be gone: ${way}`, async () => (await ada.rows('records')).length === 0);
        expect([way, ...(await ada.rows('outbox'))]).toEqual([way]);
        await ada.page.read(veil, '');
      }
    });

    test('none of this made our own code fail', async () => {
      expect(await (await stage().person('Ada')).complaints()).toEqual([]);
    });
  });
}

/** On the page's root, which we cannot pin, and on a veil in the top layer, above ours. */
const VEILS = [
  'html: opacity: 0',
  'html: filter: opacity(0)',
  'html: mask-image: linear-gradient(transparent, transparent)',
  'veil: background: white',
];

/** Runs in the page: hides all of it, or lays a veil over it that lets clicks through; '' for neither. */
function veil(way: string): void {
  document.documentElement.removeAttribute('style');
  document.querySelector('#veil')?.remove();
  const [where, style] = way.split(/: (.*)/);
  if (where === 'html') document.documentElement.setAttribute('style', `${style} !important`);
  if (where !== 'veil') return;
  const over = Object.assign(document.createElement('div'), { id: 'veil', popover: 'manual' });
  over.setAttribute(
    'style',
    `position:fixed;inset:0;width:auto;height:auto;margin:0;border:0;pointer-events:none;${style}`,
  );
  document.body.append(over);
  over.showPopover();
}

const INTACT = {
  opacity: '1',
  visibility: 'visible',
  display: 'block',
  pointerEvents: 'auto',
  clipPath: 'none',
  filter: 'none',
  maskImage: 'none',
  position: 'fixed',
  isInView: true,
  hasSize: true,
};

const tryWay = (way: number): void => {
  document.body.dataset.way = String(way);
};

/** What the page can know of our host: how the browser draws it, and where. */
function lookAtHost() {
  const host = document.documentElement.lastElementChild as Element;
  const { opacity, visibility, display, pointerEvents, clipPath, filter, maskImage, position } = getComputedStyle(host);
  const { left, top, right, bottom, width, height } = host.getBoundingClientRect();
  const isInView = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  const hasSize = width > 150 && width < 500 && height > 30 && height < 120;
  return { opacity, visibility, display, pointerEvents, clipPath, filter, maskImage, position, isInView, hasSize };
}
