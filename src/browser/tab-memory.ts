import browser from 'webextension-polyfill';

/**
 * What the background must know of a tab for as long as it is open: a worker forgets, so it stands in
 * `storage.session` (memory only, not readable by pages).
 */
export interface TabMemory {
  /** Ids of records that were kept from this tab. */
  kept: string[];
  /** `team/id` of records that were painted there. */
  painted: string[];
  /** What the page they were painted on may speak for. */
  paintedOn?: string;
  /** A passage that the person came here to see. */
  show?: { team: string; id: string };
}

const keyOf = (tabId: number): string => `tab-${tabId}`;

/** What is remembered of a tab, after the changes that were asked for before. */
export const recallTab = (tabId: number): Promise<TabMemory> =>
  navigator.locks.request(keyOf(tabId), () => readMemory(tabId));

async function readMemory(tabId: number): Promise<TabMemory> {
  const stored = await browser.storage.session.get(keyOf(tabId));
  return (stored[keyOf(tabId)] as TabMemory | undefined) ?? { kept: [], painted: [] };
}

/** Changes what is remembered of a tab; one change after the other. */
export async function rememberTab(tabId: number, change: (memory: TabMemory) => TabMemory): Promise<void> {
  await navigator.locks.request(keyOf(tabId), async () => {
    const next = change(await readMemory(tabId));
    await browser.storage.session.set({ [keyOf(tabId)]: next });
  });
}

/** Forgets tabs as they are closed, and has others forget them. Call it in the background's first turn. */
export function forgetClosedTabs(forget: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => {
    forget(tabId);
    void browser.storage.session.remove(keyOf(tabId));
  });
}
