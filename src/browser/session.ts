import browser from 'webextension-polyfill';
import { INTENT_KEY } from '../wire/intent-key.ts';
import type { Intent } from '../wire/session.ts';
import { activePage } from './tabs.ts';

/**
 * Leaves word for the page of ours that is being opened beside a window, or is open there already. A later word replaces an earlier one.
 */
export async function leaveIntent(windowId: number, intent: Intent): Promise<void> {
  await browser.storage.session.set({ [INTENT_KEY]: { windowId, intent } });
}

/**
 * What this page was opened for, once: whoever takes it has it alone, and what is for another window is left to that. Null for nothing,
 * which is what most pages find: they ask for no lock, since the thread then stands still until the browser has said that locks may be
 * had (4 to 11 ms in a popup that is opening).
 */
export async function takeIntent(): Promise<Intent | null> {
  if ((await left()) === undefined) return null;
  return navigator.locks.request('sidelight-intent', async () => {
    const word = await left();
    if (word === undefined) return null;
    // Mostly nothing was left, and then the popup, which lives for seconds, need not know its shape.
    const { leftSchema } = await import('../wire/session.ts');
    const { success, data } = leftSchema.safeParse(word);
    // A tab of ours may have been taken to another window since it was opened.
    if (success && data.windowId !== (await activePage()).windowId) return null;
    await browser.storage.session.remove(INTENT_KEY);
    return success ? data.intent : null;
  });
}

/** Whether nobody has taken it yet. */
export const isIntentLeft = async (): Promise<boolean> => (await left()) !== undefined;

const left = async (): Promise<unknown> => (await browser.storage.session.get(INTENT_KEY))[INTENT_KEY];

/** Hears that word was left, for a page that is open already; it then takes it. Returns how to stop. */
export function onIntent(listener: () => void): () => void {
  const hear = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'session' && changes[INTENT_KEY]?.newValue !== undefined) listener();
  };
  browser.storage.onChanged.addListener(hear);
  return () => browser.storage.onChanged.removeListener(hear);
}
