import { canOpenPanelFromPage, isPanelOpen, openPanel, openPopup } from '../../browser/panel.ts';
import { leaveIntent } from '../../browser/session.ts';
import { recallTab } from '../../browser/tab-memory.ts';
import { fail, ok } from '../../kit/result.ts';
import { PRIVATE } from '../../store/rows.ts';
import type { Handlers, SaidBy } from '../../wire/talk.ts';
import { keptHere } from '../kept-here.ts';
import { speakerOf } from '../page-of.ts';
import type { World } from '../world.ts';

/**
 * The panel is opened before anything is looked up, since the gesture is over after that; that a page could have it
 * opened gains it nothing. Which record it shows is looked up: one that this page kept or painted in this tab.
 */
export const open =
  (world: World): Handlers['open'] =>
  async (takes, by) => {
    const { tabId, windowId } = by;
    if (tabId === undefined || windowId === undefined || speakerOf(by) === '') return fail('not-allowed');
    const opening = canOpenPanelFromPage() ? openPanel(windowId) : null;
    if (!(await isKnownTo(world, tabId, takes, by))) return fail('not-allowed');
    await leaveIntent(windowId, { intent: 'record', ...takes });
    const isOpen = await (opening ?? isPanelOpen(windowId));
    return isOpen || (await openPopup()) ? ok(null) : fail('panel-closed');
  };

type Key = { team: string; id: string };

async function isKnownTo(world: World, tabId: number, { team, id }: Key, by: SaidBy): Promise<boolean> {
  const { painted, paintedOn } = await recallTab(tabId);
  if (paintedOn === speakerOf(by) && painted.includes(`${team}/${id}`)) return true;
  return team === PRIVATE && (await keptHere(world, id, by)).ok;
}
