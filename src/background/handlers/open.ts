import { canOpenPanelFromPage, isPanelOpen, openPanel, openPopup } from '../../browser/panel.ts';
import { leaveIntent } from '../../browser/session.ts';
import { recallTab } from '../../browser/tab-memory.ts';
import { fail, ok } from '../../kit/result.ts';
import { PRIVATE } from '../../store/rows.ts';
import type { Handlers } from '../../wire/talk.ts';

/**
 * The panel is opened before anything is looked up, since the gesture is over after that; that a page could have it
 * opened gains it nothing. Which record it shows is looked up: one this tab kept or painted.
 */
export const open =
  (): Handlers['open'] =>
  async (takes, { tabId, windowId }) => {
    if (tabId === undefined || windowId === undefined) return fail('not-allowed');
    const opening = canOpenPanelFromPage() ? openPanel(windowId) : null;
    if (!(await isKnownTo(tabId, takes))) return fail('not-allowed');
    await leaveIntent({ intent: 'record', ...takes });
    const isOpen = await (opening ?? isPanelOpen(windowId));
    return isOpen || (await openPopup()) ? ok(null) : fail('panel-closed');
  };

async function isKnownTo(tabId: number, { team, id }: { team: string; id: string }): Promise<boolean> {
  const { kept, painted } = await recallTab(tabId);
  return (team === PRIVATE && kept.includes(id)) || painted.includes(`${team}/${id}`);
}
