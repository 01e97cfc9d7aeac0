import { openPopup } from '../browser/panel.ts';
import { leaveIntent } from '../browser/session.ts';
import { rememberTab } from '../browser/tab-memory.ts';
import type { BodyOf } from '../domain/kinds/index.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { keep } from '../store/keep.ts';
import type { Tab } from './gesture.ts';
import { refreshTabSoon } from './refresh.ts';
import type { World } from './world.ts';

/** Said again after a stopped worker, a lesson is at most this old; an older one of that id is somebody else's. */
const SAME_MS = 5 * 60_000;

/** Keeps a lesson that came from a tab, lets that tab undo it, and has it painted. */
export async function keepLesson(
  world: World,
  tab: Tab,
  id: string,
  body: BodyOf<'lesson'>,
): Promise<Result<{ id: string }>> {
  const kept = await keep(world.store, { id, kind: 'lesson', body }, world.clock);
  if (!kept.ok) return stayInView(tab, kept.failure.code, body);
  const isSame = kept.value.page === (body.target?.url ?? '') && world.clock() - kept.value.created < SAME_MS;
  if (!isSame) return fail('not-allowed');
  // Whoever asks what this tab kept waits for this; the answer that it is durable need not.
  void rememberTab(tab.tabId, (memory) => ({ ...memory, kept: [...new Set([...memory.kept, id])] }));
  refreshTabSoon(tab.tabId);
  world.tendSoon();
  return ok({ id });
}

/** What could not be stored stays in front of the person, in our popup: the page may be gone the next moment. */
async function stayInView({ windowId }: Tab, code: string, body: BodyOf<'lesson'>): Promise<Result<{ id: string }>> {
  if (code === 'disk-full') {
    const text = [body.quote, body.title, body.link ?? body.target?.href].filter(Boolean).join('\n');
    // Where what waits already has left no room for it, that is what the popup shows, and so makes room: this stands in the page still.
    await leaveIntent(windowId, { intent: 'not-kept', code, text }).catch(() => null);
    await openPopup();
  }
  return fail(code);
}
