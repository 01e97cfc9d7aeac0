import { showBadge } from '../browser/badge.ts';
import { getText } from '../browser/text.ts';
import type { Settings } from '../wire/settings.ts';
import type { World } from './world.ts';

/** Wider than this a badge is cut off. */
const MOST = 99;

/** What stands on a page, and what from elsewhere stands out as fitting it. */
export interface Count {
  here: number;
  fits: number;
}

/** What each tab's icon says, as long as this worker lives: saying it again would have it flicker. */
const shown = new WeakMap<World, Map<number, string>>();

/** How much there is for a tab's page: on the icon, and in words in its tooltip. Nothing where there is nothing. */
export async function showCount(world: World, tabId: number, count: Count, { parts }: Settings): Promise<void> {
  const sum = count.here + count.fits;
  if (!parts.badge || sum === 0) return showOn(world, tabId, '', getText('extensionName'));
  await showOn(world, tabId, sum > MOST ? `${MOST}+` : String(sum), inWords(count));
}

/** The tab's icon as it is for a page where nothing of ours happens. */
export const clearCount = (world: World, tabId: number): Promise<void> =>
  showOn(world, tabId, '', getText('extensionName'));

/** The browser has taken away what the icon said, as it does with each document that comes, or the tab is gone. */
export function forgetShown(world: World, tabId: number): void {
  shown.get(world)?.delete(tabId);
}

async function showOn(world: World, tabId: number, digits: string, words: string): Promise<void> {
  const here = shown.get(world) ?? new Map<number, string>();
  shown.set(world, here);
  const says = `${digits} ${words}`;
  if (here.get(tabId) === says) return;
  here.set(tabId, says);
  await showBadge(tabId, digits, words);
}

function inWords({ here, fits }: Count): string {
  const standing = here === 1 ? getText('badgeOne') : getText('badgeMany', String(here));
  const fitting = fits === 1 ? getText('badgeFit') : getText('badgeFits', String(fits));
  return [here > 0 ? standing : '', fits > 0 ? fitting : ''].filter(Boolean).join('\n');
}
