import { grantedHosts } from '../browser/hosts.ts';
import { registerResidents } from '../browser/resident.ts';
import { loadSettings } from '../browser/settings.ts';
import type { Settings } from '../wire/settings.ts';
import { buildMenus } from './menu.ts';
import { planAlarms } from './plan.ts';
import { refreshTabs } from './refresh.ts';
import { residents } from './residents.ts';
import type { World } from './world.ts';

let turn: Promise<void> = Promise.resolve();

/**
 * Brings the browser in line with what was chosen, granted and stored: menus, the page layer, alarms, pages in view. One
 * after the other: a grant, a setting and a start may come at once, and two that make the same menu would collide.
 */
export function settle(world: World): Promise<void> {
  turn = turn.then(
    () => settleOnce(world),
    () => settleOnce(world),
  );
  return turn;
}

async function settleOnce(world: World): Promise<void> {
  const settings = await loadSettings();
  await buildMenus(settings);
  await registerResidents(residents(settings, isAnythingShown(settings) ? await grantedHosts() : []));
  await planAlarms(world);
  await refreshTabs(world);
  world.tendSoon();
}

/** With nothing to paint and nothing to count, nothing of ours is in any page. */
const isAnythingShown = ({ parts }: Settings): boolean =>
  parts.highlights || parts.teamHighlights || parts.badge || parts.bar;
