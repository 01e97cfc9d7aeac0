import browser, { type Menus } from 'webextension-polyfill';
import { type TabPlace, toPlace } from './tab-reach.ts';

export interface MenuItem {
  id: string;
  title: string;
  contexts: Menus.ContextType[];
}

/** What a person chose in our part of the context menu, and where. */
export interface MenuClick {
  item: string;
  tab: TabPlace | null;
  selectionText: string | undefined;
  linkUrl: string | undefined;
  /** Firefox tells it. */
  linkText: string | undefined;
  srcUrl: string | undefined;
  editable: boolean;
}

/** Web pages and files only: elsewhere our items would lead nowhere. */
const PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

/** Makes these our items, and no others. */
export async function showMenus(items: MenuItem[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const item of items) browser.contextMenus.create({ ...item, documentUrlPatterns: PAGES });
}

/** Hears what is chosen. Call it in the background's first turn. */
export function onMenu(listener: (click: MenuClick) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) =>
    listener({
      item: String(info.menuItemId),
      tab: toPlace(tab),
      selectionText: info.selectionText,
      linkUrl: info.linkUrl,
      linkText: info.linkText,
      srcUrl: info.srcUrl,
      editable: info.editable,
    }),
  );
}
