import browser from 'webextension-polyfill';

export type Installed = 'install' | 'update' | 'reload';

/** Hears that we were installed or updated (a reload counts as `reload`). Call it in the background's first turn. */
export function onInstalled(listener: (why: Installed) => void): void {
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    if (reason === 'install') listener('install');
    else if (reason === 'update') {
      listener(previousVersion === browser.runtime.getManifest().version ? 'reload' : 'update');
    }
  });
}

/** Hears that the browser was started. Call it in the background's first turn. */
export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

/** Hears that the network is back, while we are awake. */
export function onOnline(listener: () => void): void {
  globalThis.addEventListener('online', listener);
}

/** Whether an organisation put us here by policy: its people did not ask for a welcome. */
export async function isInstalledByPolicy(): Promise<boolean> {
  const { installType } = await browser.management.getSelf();
  return installType === 'admin';
}
