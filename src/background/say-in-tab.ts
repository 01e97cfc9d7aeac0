import { runWith } from '../browser/inject.ts';
import { openPopup } from '../browser/panel.ts';
import { leaveIntent } from '../browser/session.ts';
import type { Tab } from './gesture.ts';

/** The file that speaks in a page. */
const KEEP = 'capture/keep.js';

/** Sent into the page: whether our voice is there. */
const runSay = (key: string, id: string) =>
  (globalThis as { sidelight?: { say?: (key: string, id: string) => true } }).sidelight?.say?.(key, id);

/** Says in a tab's page that a record was kept; where we cannot speak there, our popup opens on the record. */
export async function sayInTab({ tabId, windowId }: Tab, key: string, id: string): Promise<void> {
  if (await runWith(tabId, KEEP, runSay, key, id)) return;
  await leaveIntent(windowId, { intent: 'record', team: '', id, note: true });
  await openPopup();
}
