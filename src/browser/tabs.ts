import browser, { type Tabs } from 'webextension-polyfill';

/** The page in view. `url` is null where the browser does not tell it: no host access, no recent gesture there. */
export interface ActivePage {
  tabId: number;
  windowId: number;
  url: string | null;
  title: string;
}

const NOWHERE = -1;

/** The page in view in the window that this page of ours belongs to. */
export async function activePage(): Promise<ActivePage> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return toPage(tab);
}

const toPage = (tab: Tabs.Tab | undefined): ActivePage => ({
  tabId: tab?.id ?? NOWHERE,
  windowId: tab?.windowId ?? NOWHERE,
  url: tab?.url ? tab.url : null,
  title: tab?.title ?? '',
});

/** Hears that another page came into view in this window, or that the one in view moved on. Returns how to stop. */
export function onActivePage(listener: (page: ActivePage) => void): () => void {
  const look = (): void => void activePage().then(listener);
  const lookIfActive = (_id: number, change: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab): void => {
    const isMove = change.url !== undefined || change.status !== undefined || change.title !== undefined;
    if (tab.active && isMove) look();
  };
  browser.tabs.onActivated.addListener(look);
  browser.tabs.onUpdated.addListener(lookIfActive);
  return () => {
    browser.tabs.onActivated.removeListener(look);
    browser.tabs.onUpdated.removeListener(lookIfActive);
  };
}

export async function openTab(url: string): Promise<number | undefined> {
  const tab = await browser.tabs.create({ url });
  return tab.id;
}
