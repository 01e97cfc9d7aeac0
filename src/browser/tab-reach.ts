import browser, { type Omnibox, type Tabs } from 'webextension-polyfill';
import type { Tell } from '../wire/talk.ts';

/** A tab as far as the browser tells us: address and title are '' where it does not. */
export interface TabPlace {
  tabId: number;
  windowId: number;
  url: string;
  title: string;
}

/** Where an address that was chosen leads: with Alt or the middle button to another tab. */
export type Where = Omnibox.OnInputEnteredDisposition;

/** Null for no tab, or one without an id (a window of developer tools). */
export function toPlace(tab: Tabs.Tab | undefined): TabPlace | null {
  if (tab?.id === undefined || tab.windowId === undefined) return null;
  return { tabId: tab.id, windowId: tab.windowId, url: tab.url ?? '', title: tab.title ?? '' };
}

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
export async function reachableTabs(): Promise<TabPlace[]> {
  const tabs = await browser.tabs.query({});
  return tabs.map(toPlace).filter((place) => place !== null && place.url !== '') as TabPlace[];
}

/** Brings a tab into view. */
export async function showTab({ tabId, windowId }: { tabId: number; windowId: number }): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
  await browser.windows.update(windowId, { focused: true });
}

/** One tab by its id; null when it was closed. */
export async function readTab(tabId: number): Promise<TabPlace | null> {
  try {
    return toPlace(await browser.tabs.get(tabId));
  } catch {
    return null;
  }
}

/** The tab in view in the window that the person used last. */
export async function tabInFront(): Promise<TabPlace | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return toPlace(tab);
}

/** Opens an address in a new tab; undefined where the browser refuses, as Firefox does with files. */
export async function goToUrl(url: string): Promise<number | undefined> {
  try {
    return (await browser.tabs.create({ url })).id;
  } catch {
    return undefined;
  }
}

/** Goes to an address where it was asked for: in the tab in view, or in another, in front of it or behind. */
export async function goWhere(url: string, where: Where): Promise<void> {
  if (where === 'newForegroundTab' || where === 'newBackgroundTab')
    await browser.tabs.create({ url, active: where === 'newForegroundTab' });
  else await browser.tabs.update({ url });
}
