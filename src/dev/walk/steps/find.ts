import { until } from '../../browsers/until.ts';
import type { Step } from '../step.ts';
import { BY_KEY, readArticle } from './keep.ts';

export const find: Step = {
  name: 'find it in the popup and go there with the keyboard',
  async walk(stage) {
    const ada = await stage.person('Ada');
    await ada.goTo(`${stage.pages.url}/notes.html`);
    const popup = await ada.openPopup();
    await popup.until('the search field to have the cursor', () => document.activeElement?.matches('input'));
    await popup.type('old code rows');
    await popup.see(BY_KEY);
    await popup.press('ArrowDown');
    await popup.press('ArrowUp');
    await popup.press('Enter');
    const address = `${stage.pages.url}/article.html`;
    await until('the page of the lesson', async () => {
      await ada.follow();
      return (await ada.page.read(() => document.URL)).startsWith(address);
    });
    await until('the passage to be in view', async () => (await ada.painted()).includes(BY_KEY));
    return `Enter opened ${address} at the passage`;
  },
};

export const dismiss: Step = {
  name: 'close the popup with Escape',
  async walk(stage) {
    const ada = await stage.person('Ada');
    await readArticle(stage, ada);
    const popup = await ada.openPopup();
    await popup.until('the search field to have the cursor', () => document.activeElement?.matches('input'));
    await popup.press('Escape');
    await until('the popup to close', async () => {
      const isOpen = await popup.read(() => true).catch(() => false);
      return !isOpen;
    });
    return 'it closed';
  },
};
