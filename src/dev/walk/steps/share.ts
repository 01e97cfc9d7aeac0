import { until } from '../../browsers/until.ts';
import type { Step } from '../step.ts';
import { words } from '../words.ts';
import { allowAll } from './allow.ts';
import { BY_KEY, readArticle, stored } from './keep.ts';

export const share: Step = {
  name: 'share it; the colleague sees it, without reloading',
  async walk(stage) {
    const [ada, ben, team] = await Promise.all([stage.person('Ada'), stage.person('Ben'), stage.team()]);
    await readArticle(stage, ben);
    const bensPanel = await allowAll(ben);
    await readArticle(stage, ada);
    const panel = await ada.openPanel();
    await panel.see(BY_KEY);
    await panel.click('button', words('panelShare'), BY_KEY);
    await panel.see(words('shareExactlyWhom', team.name));
    await panel.see(BY_KEY);
    await panel.click('button', words('shareConfirm', team.name));
    await until('it to stand in the team', async () => (await stored(ada, 'lesson', BY_KEY)).team !== '');
    await bensPanel.see(BY_KEY);
    const popup = await ben.openPopup();
    await popup.until('the search field to have the cursor', () => document.activeElement?.matches('input'));
    await popup.type('old code rows');
    await popup.see(BY_KEY);
    await popup.close();
    return "after the preview it stood in the colleague's side panel and in the popup's search";
  },
};

export const takeBack: Step = {
  name: 'take it back; it is gone there too',
  async walk(stage) {
    const [ada, ben] = await Promise.all([stage.person('Ada'), stage.person('Ben')]);
    const [panel, bensPanel] = await Promise.all([ada.panel(), ben.panel()]);
    await panel.click('button', words('panelTakeBack'), BY_KEY);
    await bensPanel.miss(BY_KEY);
    const own = await until('the own copy', async () =>
      ((await ada.rows('records')) as { team: string; body: { quote?: string } | null }[]).find(
        (row) => row.team === '' && row.body?.quote === BY_KEY,
      ),
    );
    return `gone from the colleague's panel; the author still has "${own.body?.quote}"`;
  },
};
