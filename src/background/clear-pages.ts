import { clearLeftBehind } from '../browser/left-behind.ts';
import { reachableTabs } from '../browser/tab-reach.ts';
import { isWebUrl } from '../domain/url.ts';
import { withPatience } from './patience.ts';

/** After an update the page layer of before is cut off from us, and may not even run any more (Firefox): its successor cleans up. */
export async function clearPages(): Promise<void> {
  const tabs = (await reachableTabs()).filter(({ url }) => isWebUrl(url));
  await withPatience(Promise.all(tabs.map(({ tabId }) => clearLeftBehind(tabId))));
}
