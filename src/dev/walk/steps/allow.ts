import type { Person, View } from '../../browsers/person.ts';
import { until } from '../../browsers/until.ts';
import type { Step } from '../step.ts';
import { words } from '../words.ts';
import { readArticle } from './keep.ts';

/** Opens the side panel and presses its offer; the browser's question is answered with yes. */
export async function allowAll(person: Person): Promise<View> {
  await person.agree();
  const panel = await person.openPanel();
  await panel.click('button', words('accessAll'));
  return panel;
}

export const allow: Step = {
  name: 'let highlights come back: access to all sites, asked for in the side panel',
  async walk(stage) {
    const ada = await stage.person('Ada');
    await readArticle(stage, ada);
    const panel = await allowAll(ada);
    const count = await until('the count on the icon', () => ada.badge());
    await panel.close();
    return `granted; the page that was open already is counted: ${count}`;
  },
};
