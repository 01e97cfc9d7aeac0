import { canOpenPanelFromPage, isPanelOpen, openPanel, openPopup } from '../../browser/panel.ts';
import { leaveIntent, takeBack } from '../../browser/session.ts';
import { fail, ok } from '../../kit/result.ts';
import type { Handlers } from '../../wire/talk.ts';
import { allowSite } from '../allow-site.ts';
import { isPageOf } from '../page-of.ts';

/**
 * The question itself is typed in our own surface, which is opened in the turn of the click, where it is not open yet. Where the browser
 * opens none, and no panel took it, nothing stays behind: it would come up in what is opened for something else.
 */
export const ask =
  (): Handlers['ask'] =>
  async ({ opens = false, ...draft }, by) => {
    const { tabId, windowId } = by;
    if (tabId === undefined || windowId === undefined || !isPageOf(draft.href, by)) return fail('not-allowed');
    const opening = opens && canOpenPanelFromPage() ? openPanel(windowId) : null;
    const word = await leaveIntent(windowId, { intent: 'ask', draft });
    if (!opens) return ok(null);
    await allowSite(draft.href);
    const isOpen = await (opening ?? isPanelOpen(windowId));
    const isShown = isOpen || (await openPopup()) || !(await takeBack(word));
    return isShown ? ok(null) : fail('ask-closed');
  };
