import { grantedHosts } from '../browser/hosts.ts';
import { registerResident } from '../browser/resident.ts';
import { loadSettings } from '../browser/settings.ts';
import type { Settings } from '../wire/settings.ts';
import { buildMenus } from './menu.ts';
import { planAlarms } from './plan.ts';
import { RESIDENT, refreshTabs } from './refresh.ts';
import type { World } from './world.ts';

/** Brings the browser in line with what was chosen, granted and stored: menus, the page layer, alarms, pages in view. */
export async function settle(world: World): Promise<void> {
  const settings = await loadSettings();
  await buildMenus(settings);
  await registerResident(RESIDENT, isAnythingShown(settings) ? await grantedHosts() : [], sitesOff(settings));
  await planAlarms(world);
  await refreshTabs();
  world.tendSoon();
}

/** With nothing to paint and nothing to count, nothing of ours is in any page. */
const isAnythingShown = ({ parts }: Settings): boolean =>
  parts.highlights || parts.teamHighlights || parts.badge || parts.bar;

const sitesOff = ({ sitesOff: hosts }: Settings): string[] =>
  hosts.flatMap((host) => [`*://${host}/*`, `*://www.${host}/*`]);
