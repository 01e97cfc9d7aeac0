import { openPanel } from '../../browser/panel.ts';
import { leaveIntent, takeBack } from '../../browser/session.ts';
import type { Intent } from '../../wire/session.ts';
import type { PageInView } from './page-in-view.ts';
import { type View, viewFor } from './view.ts';

let isGoing = false;
let opening: Promise<boolean> | null = null;

/** Whether what is to be shown next is for the panel, so that the popup leaves it alone. */
export const isHandingOver = (): boolean => isGoing;

/** Opens the side panel in the turn of a gesture whose answer is still being looked for; word what for is left later. */
export function beginHandOver(windowId: number): void {
  isGoing = true;
  opening = openPanel(windowId);
}

/** Nothing comes of what was begun: the popup goes on, and the panel, if it was opened, stands beside it. */
export function endHandOver(): void {
  isGoing = false;
  opening = null;
}

/**
 * Opens the side panel, and leaves word what for. Word is left in the same turn and not awaited before: the browser
 * opens the panel only while it handles the person's gesture. False where the browser would not open it, and no panel
 * that stood open took the word: then it is taken back, and for the popup to show.
 */
export async function handOver(windowId: number, intent?: Intent): Promise<boolean> {
  isGoing = true;
  const [isOpened, word] = await Promise.all([opening ?? openPanel(windowId), intent && leaveIntent(windowId, intent)]);
  const isTaken = isOpened || (word ? !(await takeBack(word)) : false);
  opening = null;
  isGoing = isTaken;
  return isTaken;
}

/** Shows in the panel what is asked for, and in the popup where there is none. */
export async function showFor(intent: Intent, page: PageInView | null, go: (view: View) => void): Promise<void> {
  if (!page || !(await showPanel(page.windowId, intent))) go(viewFor(intent));
}

/** Hands over, and the popup closes. */
export async function showPanel(windowId: number, intent?: Intent): Promise<boolean> {
  const isShown = await handOver(windowId, intent);
  if (isShown) window.close();
  return isShown;
}
