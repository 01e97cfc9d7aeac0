import { recallTab } from '../browser/tab-memory.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { rowAt } from '../store/record-at.ts';
import { PRIVATE, type RecordKey } from '../store/rows.ts';
import type { SaidBy } from '../wire/talk.ts';
import { isPageOf } from './page-of.ts';
import type { World } from './world.ts';

/** A private record, as far as it matters here. */
interface Kept {
  tabId: number;
  key: RecordKey;
  body: { target?: { href: string; selectors: { type: string; [field: string]: unknown }[] } };
}

/**
 * What this tab kept from a page for which whoever says so may speak: a tab goes on to other sites, and what was kept on one
 * is not the next one's to change or to open. Fails with `not-allowed`, or `gone` where it is not private or not there any more.
 */
export async function keptHere({ store }: World, id: string, by: SaidBy): Promise<Result<Kept>> {
  const { tabId } = by;
  if (tabId === undefined || !(await recallTab(tabId)).kept.includes(id)) return fail('not-allowed');
  const key: RecordKey = [PRIVATE, id];
  const body = (await rowAt(store.strict, key))?.body as Kept['body'] | null | undefined;
  if (!body) return fail('gone');
  return isPageOf(body.target?.href ?? '', by) ? ok({ tabId, key, body }) : fail('not-allowed');
}
