import { until } from '../../browsers/until.ts';
import type { Step } from '../step.ts';
import { words } from '../words.ts';
import { readArticle } from './keep.ts';

export const allow: Step = {
  name: 'let highlights come back: access to all sites, asked for in the side panel',
  async walk(stage) {
    const ada = await stage.person('Ada');
    await ada.agree();
    await readArticle(stage, ada);
    const panel = await ada.openPanel();
    await panel.click('button', words('accessAll'));
    const count = await until('the count on the icon', () => ada.badge());
    return `granted; the page that was open already is counted: ${count}`;
  },
};
