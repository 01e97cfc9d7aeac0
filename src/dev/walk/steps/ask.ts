import type { Step } from '../step.ts';
import { words } from '../words.ts';
import { readArticle, stored } from './keep.ts';

export const ASKED = 'Who takes the silent node out of the pool at night?';

export const ask: Step = {
  name: 'ask a question where it arose',
  async walk(stage) {
    const ada = await stage.person('Ada');
    const passage = 'take it out of the pool by hand';
    await readArticle(stage, ada);
    // Only a real key opens Chrome's panel, and only Firefox's can be pressed here: there it stands open already.
    if (ada.browser === 'chrome') await ada.openPanel();
    await ada.select(passage);
    await ada.command('ask');
    const panel = await ada.panel();
    await panel.see(words('askHeading'));
    await panel.see(passage);
    await panel.fill(words('askText'), ASKED);
    await panel.click('button', words('askKeep'));
    const { body, page } = await stored(ada, 'question', ASKED);
    if (body?.quote !== passage) throw new Error(`The question is about "${body?.quote}".`);
    return `typed in the side panel, stored with the passage "${passage}" of ${page}`;
  },
};
