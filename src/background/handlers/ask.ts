import { leaveIntent } from '../../browser/session.ts';
import { fail, ok } from '../../kit/result.ts';
import type { Handlers } from '../../wire/talk.ts';
import { isPageOf } from '../page-of.ts';

/** The question itself is typed in our own surface, which the gesture has opened. */
export const ask = (): Handlers['ask'] => async (draft, by) => {
  if (by.tabId === undefined || !isPageOf(draft.href, by)) return fail('not-allowed');
  await leaveIntent({ intent: 'ask', draft });
  return ok(null);
};
