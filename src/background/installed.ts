import { type Installed, isInstalledByPolicy } from '../browser/life.ts';
import { openTab } from '../browser/tabs.ts';
import { ownPage } from '../browser/version.ts';
import { clearPages } from './clear-pages.ts';
import { settle } from './settle.ts';
import type { World } from './world.ts';

/** A first install is welcomed once. After an update no page layer of before hears us any more: what it left is taken away, and new ones take over. */
export async function welcome(world: World, why: Installed): Promise<void> {
  if (why === 'install' && !(await isInstalledByPolicy())) await openTab(ownPage('welcome.html'));
  if (why !== 'install') await clearPages();
  await settle(world);
}
