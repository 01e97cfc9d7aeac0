import browser from 'webextension-polyfill';

const ACCENT = '#8a5300';

/** A few characters on our icon for one tab, and what they mean in words. Gone with the page. */
export async function showBadge(tabId: number, text: string, title: string): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setBadgeBackgroundColor({ tabId, color: ACCENT }),
      browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
      browser.action.setTitle({ tabId, title }),
    ]);
  } catch {
    // The tab was closed meanwhile; its badge went with it.
  }
}
