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
  });
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
