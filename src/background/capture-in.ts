import { mayEnterFiles } from '../browser/hosts.ts';
import { injectFile, runInPage } from '../browser/inject.ts';
import { isOwnPage } from '../browser/own-page.ts';
import { loadSettings } from '../browser/settings.ts';
import { tellTab } from '../browser/tab-reach.ts';
import { isWebUrl, siteOf } from '../domain/url.ts';
import { createId } from '../kit/id.ts';
import { ok, type Result } from '../kit/result.ts';
import { isSiteOff, isSitePrivate } from '../wire/settings.ts';
import type { Gesture, Place, Spot, What } from './gesture.ts';
import { refuse } from './refuse.ts';
import { askWithoutPlace, keepWithoutPlace } from './without-place.ts';
import type { World } from './world.ts';

/** The file that captures; it comes into a page with the first gesture there. */
const KEEP = 'capture/keep.js';

type Asked = [What, Gesture, boolean, string];

interface Layer {
  capture?: (...asked: Asked) => Promise<string>;
  asked?: { id: string; by: Asked; at: number };
  begun?: { id: string; outcome: Promise<string> };
}

/** These two are sent into the page; they see only what stands in it. Where the file that captures is missing, what is asked waits for it. */
function runCapture(id: string, ...asked: Asked): Promise<string> | null {
  const world = globalThis as { sidelight?: Layer };
  world.sidelight ??= {};
  if (world.sidelight.capture) return world.sidelight.capture(...asked);
  world.sidelight.asked = { id, by: asked, at: performance.now() };
  return null;
}

/** The file has begun as it came, and need not be told once more; unless what it began was another gesture's, made while it came. */
function runBegun(id: string, ...asked: Asked): Promise<string> | undefined {
  const { sidelight } = globalThis as { sidelight?: Layer };
  return sidelight?.begun?.id === id ? sidelight.begun.outcome : sidelight?.capture?.(...asked);
}

/** Undefined where the browser lets no extension in, or not us. */
async function runIn(tabId: number, ...asked: Asked): Promise<string | undefined> {
  const id = createId();
  const outcome = await runInPage(tabId, runCapture, id, ...asked);
  // Nothing comes back as null in Chromium, as undefined in Firefox.
  if (outcome !== undefined && outcome !== null) return outcome;
  return (await injectFile(tabId, KEEP)) ? runInPage(tabId, runBegun, id, ...asked) : undefined;
}

/**
 * Runs the page layer's gesture in a tab: keeps what is selected, an image or the page, or begins a question about it.
 * What the browser tells of the spot is for pages that we cannot read (PDF): that is kept without its place. Fails with
 * `site-off` or `site-private` (detail: the host), `page-closed` or `file-closed`; what went wrong in the page, the page has said.
 */
export async function captureIn(
  world: World,
  place: Place,
  what: What,
  gesture: Gesture,
  { text = '', image = '' }: Spot = {},
): Promise<Result<null>> {
  // Nothing can be put into a page of ours; the one that is for trying it keeps by itself.
  if (isOwnPage(place.url) && (await tellTab(place.tabId, { tell: 'keep' }))) return ok(null);
  const site = siteOf(place.url);
  const settings = await loadSettings();
  const asksFirst = isSitePrivate(settings, site);
  if (isSiteOff(settings, site) && !asksFirst) return refuse(place, gesture, 'site-off', site);
  const outcome = await runIn(place.tabId, what, gesture, asksFirst, image);
  if (outcome !== undefined && outcome !== 'no-selection' && outcome !== 'no-image') return ok(null);
  if (!isWebUrl(place.url)) return refuse(place, gesture, 'page-closed');
  // The page could not ask.
  if (asksFirst) return refuse(place, gesture, 'site-private', site);
  if (what === 'question') return askWithoutPlace(place, text);
  if (text !== '') return keepWithoutPlace(world, place, { quote: text });
  if (image !== '') return keepWithoutPlace(world, place, { image });
  const isFile = place.url.startsWith('file:') && !(await mayEnterFiles());
  return refuse(place, gesture, isFile ? 'file-closed' : 'page-closed', place.url);
}
