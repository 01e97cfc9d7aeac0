import { runWith } from '../browser/inject.ts';
import { isOwnPage } from '../browser/own-page.ts';
import { openPopup } from '../browser/panel.ts';
import { leaveIntent } from '../browser/session.ts';
import { loadSettings } from '../browser/settings.ts';
import { tellTab } from '../browser/tab-reach.ts';
import { createTarget } from '../domain/create-target.ts';
import { isWebUrl, siteOf } from '../domain/url.ts';
import { createId } from '../kit/id.ts';
import { fail, ok, type Result } from '../kit/result.ts';
import { isSiteOff, isSitePrivate } from '../wire/settings.ts';
import { keepLesson } from './keep-lesson.ts';
import { sayInTab } from './say-in-tab.ts';
import type { World } from './world.ts';

export type What = 'lesson' | 'question';
/** As the page layer knows them. */
export type Gesture = 'key' | 'button' | 'selection' | 'page';

/** A tab where a person made a gesture. Its address is known there (`activeTab`). */
export interface Place {
  tabId: number;
  url: string;
  title: string;
}

/** The file that captures; it comes into a page with the first gesture there. */
const KEEP = 'capture/keep.js';

/** What is sent into the page; it sees only what stands in it. */
const runCapture = (what: What, gesture: Gesture, asksFirst: boolean) =>
  (
    globalThis as { sidelight?: { capture?: (what: What, gesture: Gesture, asksFirst: boolean) => Promise<string> } }
  ).sidelight?.capture?.(what, gesture, asksFirst);

/**
 * Runs the page layer's gesture in a tab: keeps what is selected or the page, or begins a question about it. A menu
 * item brings the text it was opened on, for pages that we cannot read (PDF): that is kept without its place. Fails
 * with `site-off` (detail: the host) or `page-closed`; what went wrong in the page, the page has said.
 */
export async function captureIn(
  world: World,
  place: Place,
  what: What,
  gesture: Gesture,
  selectionText = '',
): Promise<Result<null>> {
  // Nothing can be put into a page of ours; the one that is for trying it keeps by itself.
  if (isOwnPage(place.url) && (await tellTab(place.tabId, { tell: 'keep' }))) return ok(null);
  const site = siteOf(place.url);
  const settings = await loadSettings();
  const asksFirst = isSitePrivate(settings, site);
  if (isSiteOff(settings, site) && !asksFirst) return refuse(gesture, 'site-off', site);
  const outcome = await runWith(place.tabId, KEEP, runCapture, what, gesture, asksFirst);
  if (outcome !== undefined && outcome !== 'no-selection') return ok(null);
  if (what === 'question' && isWebUrl(place.url)) return askWithoutPlace(place, selectionText);
  if (selectionText !== '' && isWebUrl(place.url)) return keepWithoutPlace(world, place, selectionText);
  return refuse(gesture, 'page-closed', isWebUrl(place.url) ? place.url : undefined);
}

async function keepWithoutPlace(world: World, place: Place, quote: string): Promise<Result<null>> {
  const target = createTarget({ href: place.url, title: place.title, selectors: [] });
  const body = { created: world.clock(), quote, title: place.title, target };
  const kept = await keepLesson(world, place.tabId, createId(), body);
  if (!kept.ok) return kept;
  await sayInTab(place.tabId, 'toastKeptWithoutPlace', kept.value.id);
  return ok(null);
}

async function askWithoutPlace({ url, title }: Place, quote: string): Promise<Result<null>> {
  const draft = { id: createId(), href: url, title, selectors: [], ...(quote ? { quote } : {}) };
  await leaveIntent({ intent: 'ask', draft });
  return ok(null);
}

/** Where the page cannot say it, our popup does; a button of ours says it itself. */
async function refuse(gesture: Gesture, code: string, detail?: string): Promise<Result<null>> {
  if (gesture !== 'button') {
    await leaveIntent({ intent: 'notice', code, ...(detail === undefined ? {} : { detail }) });
    await openPopup();
  }
  return fail(code, detail);
}
