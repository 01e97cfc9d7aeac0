import browser, { type Tabs } from 'webextension-polyfill';
import type { Tell } from '../wire/talk.ts';

/** Tells the page layer of a tab something. False where none listens. */
export async function tellTab(tabId: number, tell: Tell): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tabId, tell, { frameId: 0 });
    return true;
  } catch {
    return false;
  }
}

/** Tabs whose address the browser tells us, which is where we have host access. */
export async function reachableTabs(): Promise<{ tabId: number; windowId: number; url: string }[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, windowId, url }) =>
    id !== undefined && windowId !== undefined && url ? [{ tabId: id, windowId, url }] : [],
  );
}

/** Brings a tab into view. */
export async function showTab({ tabId, windowId }: { tabId: number; windowId: number }): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
  await browser.windows.update(windowId, { focused: true });
}

export const readTab = (tabId: number): Promise<Tabs.Tab> => browser.tabs.get(tabId);

/** The tab in view, by its id, in the window that was last in front. */
export async function tabInFront(): Promise<Tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}

/** Sends a tab to another address; without a tab, a new one. */
export async function goToUrl(url: string, tabId?: number): Promise<number | undefined> {
  const tab = tabId === undefined ? await browser.tabs.create({ url }) : await browser.tabs.update(tabId, { url });
  return tab?.id;
}
