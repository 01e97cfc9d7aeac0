import browser from 'webextension-polyfill';

/**
 * Chromium has a side panel, Firefox a sidebar. Asked for when it is used: the browser makes a part of its API when it is first touched, a millisecond of a popup's
 * start.
 */
const sidePanel = (): typeof chrome.sidePanel | undefined => globalThis.chrome?.sidePanel;

/** Whether a click in a web page may open the panel. Firefox lets only its own buttons, menus and keys do that. */
export const canOpenPanelFromPage = (): boolean => sidePanel() !== undefined;

/** Opens the panel beside a window. Call it in the gesture's own turn, before anything is awaited. False where refused. */
export async function openPanel(windowId: number): Promise<boolean> {
  try {
    const panel = sidePanel();
    if (panel) await panel.open({ windowId });
    else await browser.sidebarAction.open();
    return true;
  } catch {
    return false;
  }
}

/** Whether the panel stands beside a window already. Only Firefox says; in Chromium opening it again does nothing. */
export const isPanelOpen = async (windowId: number): Promise<boolean> =>
  !sidePanel() && browser.sidebarAction.isOpen({ windowId });

/** Opens the popup as if its button had been pressed. False where the browser will not (no window in front). */
export async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}
