import { openPopup } from '../browser/panel.ts';
import { leaveIntent } from '../browser/session.ts';
import { fail, type Result } from '../kit/result.ts';
import type { Gesture, Tab } from './gesture.ts';

/** Where the page cannot say why nothing was done, our popup does; a button of ours says it itself. */
export async function refuse(
  { windowId }: Tab,
  gesture: Gesture,
  code: string,
  detail?: string,
): Promise<Result<null>> {
  if (gesture !== 'button') {
    await leaveIntent(windowId, { intent: 'notice', code, ...(detail === undefined ? {} : { detail }) });
    await openPopup();
  }
  return fail(code, detail);
}
