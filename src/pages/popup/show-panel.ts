import { openPanel } from '../../browser/panel.ts';

/**
 * Opens the side panel and closes the popup. `leaveWord` is started in the same turn and not awaited before: the
 * browser opens the panel only while it handles the person's gesture.
 */
export function showPanel(windowId: number, leaveWord?: () => Promise<void>): Promise<void> {
  const opening = openPanel(windowId);
  return Promise.all([opening, leaveWord?.()]).then(([opened]) => {
    if (opened) window.close();
  });
}
