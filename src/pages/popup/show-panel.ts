import { openPanel } from '../../browser/panel.ts';

let isGoing = false;
let opening: Promise<boolean> | null = null;

/** Whether what is to be shown next is for the panel, so that the popup leaves it alone. */
export const isHandingOver = (): boolean => isGoing;

/** Opens the side panel in the turn of a gesture whose answer is still being looked for; word what for is left later. */
export function beginHandOver(windowId: number): void {
  isGoing = true;
  opening = openPanel(windowId);
}

/**
 * Opens the side panel, and leaves word what for. Word is left in the same turn and not awaited before: the browser
 * opens the panel only while it handles the person's gesture. False where the browser would not open it.
 */
export async function handOver(windowId: number, leaveWord?: () => Promise<unknown>): Promise<boolean> {
  isGoing = true;
  const [opened] = await Promise.all([opening ?? openPanel(windowId), leaveWord?.()]);
  opening = null;
  isGoing = opened;
  return opened;
}

/** The same, and the popup closes. */
export async function showPanel(windowId: number, leaveWord?: () => Promise<unknown>): Promise<void> {
  if (await handOver(windowId, leaveWord)) window.close();
}
