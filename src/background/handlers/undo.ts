import { recallTab, rememberTab } from '../../browser/tab-memory.ts';
import { fail, ok } from '../../kit/result.ts';
import { finishRemovals, remove } from '../../store/remove.ts';
import { PRIVATE, type RecordKey } from '../../store/rows.ts';
import type { Handlers } from '../../wire/talk.ts';
import { refreshTabSoon } from '../refresh.ts';
import type { World } from '../world.ts';

/** Only what this tab kept, and only while it is still private: a page's click must gain nothing. */
export const undo =
  ({ store, clock }: World): Handlers['undo'] =>
  async ({ id }, { tabId }) => {
    if (tabId === undefined || !(await recallTab(tabId)).kept.includes(id)) return fail('not-allowed');
    const keys: RecordKey[] = [[PRIVATE, id]];
    const removed = await remove(store, keys, 0, clock);
    if (!removed.ok) return removed;
    if (removed.value.length === 0) return fail('gone');
    const finished = await finishRemovals(store, clock, keys);
    if (!finished.ok) return finished;
    await rememberTab(tabId, (memory) => ({ ...memory, kept: memory.kept.filter((kept) => kept !== id) }));
    refreshTabSoon(tabId);
    return ok(null);
  };
