import { expect, it } from 'vitest';
import { until } from '../../src/dev/browsers/until.ts';
import { allow } from '../../src/dev/walk/steps/allow.ts';
import { keepByPopup, readArticle, stored, waitForToast } from '../../src/dev/walk/steps/keep.ts';
import { words } from '../../src/dev/walk/words.ts';
import { journeys } from './journey.ts';

/** Runs in the background: what is kept waits for its hash for ever, so that it can be stopped before it is stored. */
function holdBefore(): void {
  Object.assign(self, { isHeld: false });
  self.SubtleCrypto.prototype.digest = () => {
    Object.assign(self, { isHeld: true });
    return new Promise(() => {});
  };
}

/** Runs in the background: what is stored is stored, but nobody is told. */
function holdAfter(): void {
  Object.assign(self, { isHeld: false });
  Object.defineProperty(self.IDBTransaction.prototype, 'oncomplete', {
    set(this: IDBTransaction) {
      this.addEventListener('complete', () => {
        if (this.mode === 'readwrite' && this.objectStoreNames.contains('records')) {
          Object.assign(self, { isHeld: true });
        }
      });
    },
  });
}

const isHeld = () => (self as unknown as { isHeld?: boolean }).isHeld === true;

for (const browser of ['chrome', 'firefox'] as const) {
  journeys('what is under way survives', browser, (stage) => {
    it('begins with access and a first lesson', async () => {
      await keepByPopup.walk(stage());
      await allow.walk(stage());
    });

    for (const [when, hold, passage] of [
      ['before it is stored', holdBefore, 'Note the time, to the minute'],
      ['after it is stored, before anyone is told', holdAfter, 'Tell support which sentence to use'],
    ] as const) {
      it(`the background is stopped ${when}: exactly one lesson results, and the page says so`, async () => {
        const ada = await stage().person('Ada');
        await readArticle(stage(), ada);
        await ada.select(passage);
        await ada.inBackground(hold);
        await ada.command('keep');
        await until('the capture to be under way', () => ada.inBackground(isHeld));
        await ada.stopBackground();
        await waitForToast(ada, words('toastKept'));
        await stored(ada, 'lesson', passage);
      });
    }

    it('the extension is loaded anew: the page layer of before goes quiet, the new one takes over', async () => {
      const ada = await stage().person('Ada');
      await ada.goTo(`${stage().pages.url}/moves/one`);
      const passage = 'how a ticket finds its owner';
      await ada.select(passage);
      await ada.command('keep');
      await stored(ada, 'lesson', passage);
      await until('it to be painted', async () => (await ada.painted()).includes(passage));
      await ada.reloadExtension();
      await ada.page.click('button', 'Two');
      await ada.page.click('button', 'One');
      await until('it to be painted by the new one', async () => (await ada.painted()).includes(passage));
      const next = 'without anyone assigning it';
      await ada.select(next);
      await ada.command('keep');
      await waitForToast(ada, words('toastKept'));
      await stored(ada, 'lesson', next);
      expect(await ada.complaints()).toEqual([]);
    });
  });
}
