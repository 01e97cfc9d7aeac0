import { until } from '../../browsers/until.ts';
import type { Step } from '../step.ts';
import { words } from '../words.ts';
import { readArticle, waitForToast } from './keep.ts';

export const undo: Step = {
  name: 'take a lesson back at once, on the page',
  async walk(stage) {
    const ada = await stage.person('Ada');
    const passage = 'Tell support which sentence to use with callers.';
    await readArticle(stage, ada);
    await ada.select(passage);
    await ada.command('keep');
    await waitForToast(ada, words('toastUndo'));
    const rows = async () => JSON.stringify(await ada.rows('records'));
    await until('it to be stored', async () => (await rows()).includes(passage));
    await ada.clickToast(words('toastUndo'));
    const toast = await waitForToast(ada, words('toastUndone'));
    if ((await rows()).includes(passage)) throw new Error('It is still stored.');
    await until('the passage to be painted no more', async () => !(await ada.painted()).includes(passage));
    return `the page said "${toast}"; nothing of it is stored or painted`;
  },
};
