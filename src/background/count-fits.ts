import { loadSettings } from '../browser/settings.ts';
import { normaliseUrl } from '../domain/url.ts';
import type { PageFits } from '../wire/fits.ts';
import type { Settings } from '../wire/settings.ts';
import { type Count, clearCount, forgetShown, showCount } from './count.ts';
import { matchTab } from './match-tab.ts';
import type { World } from './world.ts';

/** What was counted last on the page of each tab, in this worker's memory. */
const counted = new WeakMap<World, Map<number, Count & { page: string }>>();

function countsOf(world: World): Map<number, Count & { page: string }> {
  const counts = counted.get(world) ?? new Map();
  counted.set(world, counts);
  return counts;
}

/**
 * Nobody waits for the icon: first come the page itself, and whoever keeps something of it the moment it is there. The same for a page
 * that is counted again and again.
 */
const HANDS_OFF_MS = 600;
const coming = new WeakMap<World, Map<number, AbortController>>();

async function matchSoon(world: World, tabId: number, href: string): Promise<void> {
  const matches = coming.get(world) ?? new Map<number, AbortController>();
  coming.set(world, matches);
  matches.get(tabId)?.abort();
  const match = new AbortController();
  matches.set(tabId, match);
  await world.sync.wait(HANDS_OFF_MS, match.signal);
  if (match.signal.aborted) return;
  matches.delete(tabId);
  await countFits(world, tabId, href, await matchTab(world, tabId, href));
}

/** A page as it is counted. */
export interface Counting {
  href: string;
  /** What stands on it. */
  here: number;
  /** The document has just come, or moved on: what was found to fit before says nothing of it. */
  isNew: boolean;
}

/**
 * Says on the icon what stands on a page; what fits it is added once it is matched, which nobody waits for. Where a page
 * is only counted anew, what fitted stands until then, so that the number does not go down and up again.
 */
export async function countPage(world: World, tabId: number, counting: Counting, settings: Settings): Promise<void> {
  const { href, here, isNew } = counting;
  const page = normaliseUrl(href);
  const last = countsOf(world).get(tabId);
  const isKnown = !isNew && last?.page === page;
  if (isNew) forgetShown(world, tabId);
  const now = { page, here, fits: isKnown ? last.fits : 0 };
  countsOf(world).set(tabId, now);
  // After a worker that was stopped the icon still says what fitted.
  const waits = !isNew && !isKnown && settings.parts.badge;
  if (!waits) await showCount(world, tabId, now, settings);
  if (settings.parts.badge) void matchSoon(world, tabId, href);
}

/** Puts what fits beside what stands there, if the tab still shows that page. */
export async function countFits(world: World, tabId: number, href: string, { fits, most }: PageFits): Promise<void> {
  // Before the page is looked at: while they are read the tab may move on, and then this says nothing of what it shows.
  const settings = await loadSettings();
  const last = countsOf(world).get(tabId);
  if (!last || last.page !== normaliseUrl(href)) return;
  const strong = fits.filter(({ isStrong }) => isStrong).length;
  const now = { ...last, fits: Math.min(strong, most) };
  countsOf(world).set(tabId, now);
  await showCount(world, tabId, now, settings);
}

/** Nothing of ours happens in a tab any more, and its icon says nothing. */
export async function leaveCount(world: World, tabId: number): Promise<void> {
  coming.get(world)?.get(tabId)?.abort();
  countsOf(world).delete(tabId);
  await clearCount(world, tabId);
}

/** A tab was closed. */
export function forgetCount(world: World, tabId: number): void {
  coming.get(world)?.get(tabId)?.abort();
  countsOf(world).delete(tabId);
  forgetShown(world, tabId);
}
