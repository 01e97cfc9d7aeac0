import { type Installed, isInstalledByPolicy } from '../browser/life.ts';
import { openTab } from '../browser/tabs.ts';
import { ownPage } from '../browser/version.ts';
import { clearPages } from './clear-pages.ts';
import { settle } from './settle.ts';
import type { World } from './world.ts';

/** A first install is welcomed once. After an update no page layer of before hears us any more: what it left is taken away, and new ones take over. */
export async function welcome(world: World, why: Installed): Promise<void> {
  if (why !== 'install') await clearPages();
  // Side by side: where no tab can be opened, what is registered with the browser is registered all the same.
  await Promise.all([settle(world), why === 'install' ? greet() : null]);
}

async function greet(): Promise<void> {
  if (!(await isInstalledByPolicy())) await openTab(ownPage('welcome.html'));
}
