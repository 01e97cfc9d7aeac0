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
    const panel = await ada.openPanel();
    await ada.select(passage);
    await ada.command('ask');
    await panel.see(words('askHeading'));
    await panel.see(passage);
    await panel.fill(words('askText'), ASKED);
    await panel.click('button', words('askKeep'));
    const { body, page } = await stored(ada, 'question', ASKED);
    if (body?.quote !== passage) throw new Error(`The question is about "${body?.quote}".`);
    return `typed in the side panel, stored with the passage "${passage}" of ${page}`;
  },
};
