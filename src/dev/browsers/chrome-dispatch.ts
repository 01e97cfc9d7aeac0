import type { Page } from 'puppeteer-core';
import type { Installed } from './chrome-extension.ts';
import type { Person } from './person.ts';

/**
 * What a person does with Chrome's own interface and the debugger cannot press: the event is given to our worker as
 * Chrome gives it. Two things differ from the real key and item, and one journey in a window has those: the tab is not
 * opened to us by it (`activeTab`), and it is no gesture that may open the side panel.
 */
export function installDispatch(installed: Installed, front: () => Page): Pick<Person, 'command' | 'menu' | 'badge'> {
  return {
    async command(name) {
      await front().bringToFront();
      await installed.inWorker(async (name) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        (chrome.commands.onCommand as unknown as Dispatching).dispatch(name, tab);
      }, name);
    },
    async menu(id, where) {
      const tab = front();
      const frame =
        where?.frame === undefined
          ? tab.mainFrame()
          : tab.frames().find((one) => one.url().includes(where.frame ?? ''));
      const spot = (await frame?.evaluate(readSpot)) ?? {};
      await installed.inWorker(
        async (id, spot) => {
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          const info = { menuItemId: id, pageUrl: tab?.url, editable: false, frameId: 0, ...spot };
          (chrome.contextMenus.onClicked as unknown as Dispatching).dispatch(info, tab);
        },
        id,
        spot,
      );
    },
    badge: async () =>
      installed.inWorker(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
      }),
  };
}

/** Runs in the page: what Chrome would tell of the spot where something is selected. */
function readSpot(): { selectionText?: string; srcUrl?: string; linkUrl?: string; editable?: boolean } {
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  const node = range?.startContainer.childNodes[range.startOffset] ?? null;
  const element = range?.startContainer.parentElement;
  const link = element?.closest('a');
  return {
    ...(String(selection) ? { selectionText: String(selection) } : {}),
    ...(node instanceof HTMLImageElement ? { srcUrl: node.currentSrc } : {}),
    ...(link ? { linkUrl: link.href } : {}),
    ...(element?.isContentEditable ? { editable: true } : {}),
  };
}

interface Dispatching {
  dispatch(...args: unknown[]): void;
}
