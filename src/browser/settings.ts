import browser from 'webextension-polyfill';
import { readSettings, type Settings } from '../wire/settings.ts';

const KEY = 'settings';

/** What the person chose; defaults for whatever is not there or does not fit. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return readSettings(stored[KEY]);
}

/** Changes the settings; one change after the other, also from several of our pages at once. */
export async function saveSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  return navigator.locks.request('sidelight-settings', async () => {
    const next = change(await loadSettings());
    await browser.storage.local.set({ [KEY]: next });
    return next;
  });
}

/** Hears each change of the settings, from wherever it came. Returns how to stop. */
export function onSettings(listener: (settings: Settings) => void): () => void {
  const hear = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && Object.hasOwn(changes, KEY)) listener(readSettings(changes[KEY]?.newValue));
  };
  browser.storage.onChanged.addListener(hear);
  return () => browser.storage.onChanged.removeListener(hear);
}
