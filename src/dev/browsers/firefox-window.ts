/** Functions that run inside Firefox itself. Each stands alone: it is sent as text and sees nothing of this file. */
import type { ActionApi, Addon, BrowserElement, Context } from './firefox-inside.ts';

/** Where a document is shown: a tab by its number, the popup that is open, the sidebar, our background. */
export type Surface = number | 'popup' | 'sidebar' | 'background';

export function addonOf(id: string): Addon {
  return Cu.getGlobalForObject(Services).WebExtensionPolicy.getByID(id).extension;
}

/** The browsing context of a surface, or of the frame in it whose address has these words. */
export function contextOf(surface: Surface, frame: string | null, addon: Addon): Context | null {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const browser = (): BrowserElement | undefined => {
    if (surface === 'popup') {
      const popups = Array.from(window.document.querySelectorAll<BrowserElement>('.webextension-popup-browser'));
      return popups.find((one) => one.getBoundingClientRect().width > 0);
    }
    if (surface === 'sidebar') {
      const element = window.SidebarController.browser.contentDocument.getElementById('webext-panels-browser');
      return window.SidebarController.isOpen ? ((element as BrowserElement | null) ?? undefined) : undefined;
    }
    if (surface === 'background') {
      return Array.from(addon.views).find((view) => view.viewType === 'background')?.xulBrowser;
    }
    return window.gBrowser.tabs
      .map((tab) => tab.linkedBrowser)
      .find((one) => one.browsingContext.browserId === surface);
  };
  const top = browser()?.browsingContext ?? null;
  if (frame === null || top === null) return top;
  const frames = top.getAllBrowsingContextsInSubtree();
  return frames.find((one) => one.currentWindowGlobal?.documentURI.spec.includes(frame)) ?? null;
}

/** The value of an expression in a context; `trusted`: with the browser's own rights and a clean view of the page. */
export async function evaluateIn(context: Context | null, expression: string, trusted: boolean): Promise<unknown> {
  const shown = context?.currentWindowGlobal;
  if (!shown) throw new Error('nothing is open there');
  if (shown.documentURI.spec === 'about:blank') throw new Error('it is still empty');
  const options = {
    timeout: 60_000,
    sandboxName: trusted ? 'system' : null,
    newSandbox: false,
    file: 'driver',
    line: 0,
  };
  return shown.getActor('MarionetteCommands').executeScript(`return ${expression}`, [], options);
}

/** A PNG in base64 of what a context shows. */
export async function drawContext(context: Context | null): Promise<string> {
  const shown = context?.currentWindowGlobal;
  if (!shown) throw new Error('nothing is open there');
  const bitmap = await shown.drawSnapshot(null, 1, 'white');
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

export function actionOf(addon: Addon): ActionApi {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs') as {
    ExtensionParent: { apiManager: { global: { browserActionFor(addon: Addon): ActionApi } } };
  };
  return ExtensionParent.apiManager.global.browserActionFor(addon);
}
