import { fail } from '../../kit/result.ts';
import type { Handlers } from '../../wire/talk.ts';
import { allowSite } from '../allow-site.ts';
import { keepLesson } from '../keep-lesson.ts';
import { lessonFrom } from '../lesson-from.ts';
import { isPageOf } from '../page-of.ts';
import type { World } from '../world.ts';

export const keep =
  (world: World): Handlers['keep'] =>
  async (draft, by) => {
    const { tabId, windowId } = by;
    if (tabId === undefined || windowId === undefined || !isPageOf(draft.href, by)) return fail('not-allowed');
    const kept = await keepLesson(world, { tabId, windowId }, draft.id, lessonFrom(draft, world.clock));
    if (kept.ok) void allowSite(draft.href);
    return kept;
  };
