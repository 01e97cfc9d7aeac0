import { injectFile } from '../browser/inject.ts';
import { loadSettings } from '../browser/settings.ts';
import { reachableTabs, readTab, type TabPlace, tellTab } from '../browser/tab-reach.ts';
import { isPrivateSite } from '../domain/private-site.ts';
import { isWebUrl, siteOf } from '../domain/url.ts';
import { isSiteOff } from '../wire/settings.ts';
import { leaveCount } from './count-fits.ts';
import { forgetPageText } from './page-texts.ts';
import { withPatience } from './patience.ts';
import type { World } from './world.ts';

export const RESIDENT = 'capture/main.js';
/** What comes before the resident where a site may look private: there it has it stay away. */
export const GATE = 'capture/gate.js';

/**
 * Has a tab ask for its marks again; where our page layer is not in it yet, it comes and does so first. The tab may have moved on by the
 * time it comes, so it comes behind the gate, but where a person wants us on a site that looks private.
 */
async function refreshTab({ tabId, url }: TabPlace): Promise<void> {
  if (await tellTab(tabId, { tell: 'refresh' })) return;
  await injectFile(tabId, ...(isPrivateSite(siteOf(url)) ? [] : [GATE]), RESIDENT);
}

/** Whoever keeps one passage upon the other is not made to wait while the one before is painted. */
const HANDS_OFF_MS = 120;
const soon = new Map<number, ReturnType<typeof setTimeout>>();

/** The same a moment after the last gesture in the tab: painting a long page takes longer than keeping from it. */
export function refreshTabSoon(tabId: number): void {
  clearTimeout(soon.get(tabId));
  const refresh = (): void => {
    soon.delete(tabId);
    void refreshWhereOn(tabId);
  };
  soon.set(tabId, setTimeout(refresh, HANDS_OFF_MS));
}

/** In that moment the tab may have been closed, or have moved on to a site where nothing of ours comes. */
async function refreshWhereOn(tabId: number): Promise<void> {
  const [tab, settings] = await Promise.all([readTab(tabId), loadSettings()]);
  if (tab && !isSiteOff(settings, siteOf(tab.url))) await refreshTab(tab);
}

/**
 * The same for every tab that we may see into. Pages out of view wait until they are looked at. Where a site was switched
 * off, or looks private, nothing comes; what was there from before goes.
 */
export async function refreshTabs(world: World): Promise<void> {
  const [tabs, settings] = await Promise.all([reachableTabs(), loadSettings()]);
  const isOff = ({ url }: TabPlace): boolean => isSiteOff(settings, siteOf(url));
  const refresh = (tab: TabPlace): Promise<void> => (isOff(tab) ? leaveTab(world, tab.tabId) : refreshTab(tab));
  await withPatience(Promise.all(tabs.filter(({ url }) => isWebUrl(url)).map(refresh)));
}

async function leaveTab(world: World, tabId: number): Promise<void> {
  forgetPageText(world, tabId);
  await tellTab(tabId, { tell: 'rest' });
  await leaveCount(world, tabId);
}
