import browser from 'webextension-polyfill';
import { INTENT, intentKey } from '../wire/intent-key.ts';
import type { Intent } from '../wire/session.ts';
import { activePage } from './tabs.ts';

/** So long a page of ours may take to come. A word that nobody took by then would be answered where nobody asks any more. */
const LIVES_MS = 60_000;

/**
 * Leaves word for the page of ours that is being opened beside a window, or is open there already. A later word replaces an earlier one
 * for the same window.
 */
export async function leaveIntent(windowId: number, intent: Intent): Promise<void> {
  await browser.storage.session.set({ [intentKey(windowId)]: { at: Date.now(), intent } });
}

/**
 * What this page was opened for, once: whoever takes it has it alone, and what is for another window is left to that. Null for nothing,
 * which is what most pages find: they ask for no lock, since the thread then stands still until the browser has said that locks may be
 * had (4 to 11 ms in a popup that is opening).
 */
export async function takeIntent(): Promise<Intent | null> {
  // A tab of ours may have been taken to another window since it was opened.
  const { windowId } = await activePage();
  if ((await left(windowId)) === undefined) return null;
  return navigator.locks.request('sidelight-intent', async () => {
    const word = await left(windowId);
    if (word === undefined) return null;
    await browser.storage.session.remove(intentKey(windowId));
    // Mostly nothing was left, and then the popup, which lives for seconds, need not know its shape.
    const { leftSchema } = await import('../wire/session.ts');
    const { success, data } = leftSchema.safeParse(word);
    return success && Date.now() - data.at < LIVES_MS ? data.intent : null;
  });
}

/** Whether nobody beside a window has taken it yet. */
export const isIntentLeft = async (windowId: number): Promise<boolean> => (await left(windowId)) !== undefined;

async function left(windowId: number): Promise<unknown> {
  const key = intentKey(windowId);
  return (await browser.storage.session.get(key))[key];
}

/** Hears that word was left, for a page that is open already; it then takes it. Returns how to stop. */
export function onIntent(listener: () => void): () => void {
  const hear = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const isLeft = Object.entries(changes).some(
      ([key, { newValue }]) => key.startsWith(INTENT) && newValue !== undefined,
    );
    if (area === 'session' && isLeft) listener();
  };
  browser.storage.onChanged.addListener(hear);
  return () => browser.storage.onChanged.removeListener(hear);
}
