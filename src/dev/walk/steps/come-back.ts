import { until } from '../../browsers/until.ts';
import type { Step } from '../step.ts';
import { BY_KEY, readArticle } from './keep.ts';

export const comeBack: Step = {
  name: 'come back to the page: painted, and counted',
  async walk(stage) {
    const ada = await stage.person('Ada');
    await readArticle(stage, ada);
    const painted = await until('the highlight to be painted', async () => {
      const passages = await ada.painted();
      return passages.includes(BY_KEY) ? passages : null;
    });
    const count = await until('the count on the icon', () => ada.badge());
    if (Number(count) < 1) throw new Error(`The icon says "${count}".`);
    return `${painted.length} passages painted, the icon says ${count}`;
  },
};
