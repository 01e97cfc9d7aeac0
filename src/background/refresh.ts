import { injectFile } from '../browser/inject.ts';
import { reachableTabs, tellTab } from '../browser/tab-reach.ts';
import { isWebUrl } from '../domain/url.ts';

export const RESIDENT = 'capture/main.js';

/** Has a tab ask for its marks again; where our page layer is not in it yet, it comes and does so first. */
export async function refreshTab(tabId: number): Promise<void> {
  if (!(await tellTab(tabId, { tell: 'refresh' }))) await injectFile(tabId, RESIDENT);
}

/** The same for every tab that we may see into. Pages out of view wait until they are looked at. */
export async function refreshTabs(): Promise<void> {
  const tabs = await reachableTabs();
  await Promise.all(tabs.filter(({ url }) => isWebUrl(url)).map(({ tabId }) => refreshTab(tabId)));
}
