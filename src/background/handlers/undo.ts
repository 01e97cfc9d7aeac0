import { rememberTab } from '../../browser/tab-memory.ts';
import { fail, ok } from '../../kit/result.ts';
import { finishRemovals, remove } from '../../store/remove.ts';
import type { Handlers } from '../../wire/talk.ts';
import { keptHere } from '../kept-here.ts';
import { refreshTabSoon } from '../refresh.ts';
import type { World } from '../world.ts';

/** Only what this page kept in this tab, and only while it is still private: a page's click must gain nothing. */
export const undo =
  (world: World): Handlers['undo'] =>
  async ({ id }, by) => {
    const { store, clock } = world;
    const kept = await keptHere(world, id, by);
    if (!kept.ok) return kept;
    const { tabId, key } = kept.value;
    const keys = [key];
    const removed = await remove(store, keys, 0, clock);
    if (!removed.ok) return removed;
    if (removed.value.length === 0) return fail('gone');
    const finished = await finishRemovals(store, clock, keys);
    if (!finished.ok) return finished;
    await rememberTab(tabId, (memory) => ({ ...memory, kept: memory.kept.filter((one) => one !== id) }));
    refreshTabSoon(tabId);
    return ok(null);
  };
