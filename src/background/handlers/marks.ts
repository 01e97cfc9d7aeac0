import { HIGHLIGHT_STYLE } from '../../browser/highlights.ts';
import { injectFile, insertStyle, runInPage, runWith } from '../../browser/inject.ts';
import { loadSettings } from '../../browser/settings.ts';
import { recallTab, rememberTab } from '../../browser/tab-memory.ts';
import { fail, ok } from '../../kit/result.ts';
import type { Handlers } from '../../wire/talk.ts';
import { countPage } from '../count-fits.ts';
import { marksFor } from '../marks.ts';
import { isPageOf, speakerOf } from '../page-of.ts';
import { forgetPageText } from '../page-texts.ts';
import type { World } from '../world.ts';

/** Whether our painter is in the page already; sent into it. */
const hasPainter = () => Boolean((globalThis as { sidelight?: { painter?: unknown } }).sidelight?.painter);

/** The same for the bar. */
const hasBar = () => ((globalThis as { sidelight?: { bar?: unknown } }).sidelight?.bar ? true : null);

export const marks =
  (world: World): Handlers['marks'] =>
  async ({ isNew = false, ...address }, by) => {
    const { href } = address;
    const { tabId } = by;
    if (tabId === undefined || !isPageOf(href, by)) return fail('not-allowed');
    if (isNew) forgetPageText(world, tabId);
    const settings = await loadSettings();
    const { show } = await recallTab(tabId);
    const page = await marksFor(world, address, settings, show ? [show.id] : []);
    await countPage(world, tabId, { href, here: page.count, isNew }, settings);
    const isShown = show !== undefined && page.marks.some(({ team, id }) => team === show.team && id === show.id);
    await rememberTab(tabId, ({ show: _, ...memory }) => ({
      ...memory,
      paintedOn: speakerOf(by),
      painted: page.marks.map(({ team, id }) => `${team}/${id}`),
      ...(show && !isShown ? { show } : {}),
    }));
    if (page.marks.length > 0) await bringPainter(tabId);
    if (page.bar) await runWith(tabId, 'capture/keep.js', hasBar);
    return ok(isShown ? { ...page, show } : page);
  };

const bringing = new Map<number, Promise<void>>();

/**
 * The part that finds and paints comes into a page only when there is something to paint in it, and once: a layer that comes with the page
 * and one that is brought at the same moment both ask, and a second painter would take away what the first has painted.
 */
function bringPainter(tabId: number): Promise<void> {
  const brought = (bringing.get(tabId) ?? Promise.resolve()).then(() => bringWhereMissing(tabId));
  bringing.set(tabId, brought);
  return brought.finally(() => bringing.get(tabId) === brought && bringing.delete(tabId));
}

async function bringWhereMissing(tabId: number): Promise<void> {
  if (await runInPage(tabId, hasPainter)) return;
  await insertStyle(tabId, HIGHLIGHT_STYLE);
  await injectFile(tabId, 'capture/paint.js');
}
