import { loadSettings } from '../browser/settings.ts';
import type { PageFits } from '../wire/fits.ts';
import type { Settings } from '../wire/settings.ts';
import { type Count, showCount } from './count.ts';
import { matchTab } from './match-tab.ts';
import type { World } from './world.ts';

/** What was counted on the page of a tab last. */
const counted = new Map<number, Count & { href: string }>();

/** Says on the icon what stands on a page; what fits it is added once it is matched, which nobody waits for. */
export async function countPage(
  world: World,
  tabId: number,
  href: string,
  here: number,
  settings: Settings,
): Promise<void> {
  counted.set(tabId, { href, here, fits: 0 });
  await showCount(tabId, { here, fits: 0 }, settings);
  if (settings.parts.badge) void matchTab(world, tabId, href).then((found) => countFits(tabId, href, found));
}

/** Puts what fits beside what stands there, if the tab still shows that page. */
export async function countFits(tabId: number, href: string, { read, fits, most }: PageFits): Promise<void> {
  const last = counted.get(tabId);
  if (last?.href !== href || read === 'off') return;
  const strong = fits.filter(({ isStrong }) => isStrong).length;
  const now = { href, here: last.here, fits: Math.min(strong, most) };
  if (now.fits === last.fits) return;
  counted.set(tabId, now);
  await showCount(tabId, now, await loadSettings());
}
