import { syncAll } from '../sync/sync-all.ts';
import { planAlarms } from './plan.ts';
import { refreshTabs } from './refresh.ts';
import type { World } from './world.ts';

/** Exchanges with the teams; where there was news, the pages in view show it. With no team joined nothing is asked of anyone. */
export async function syncNow(world: World, when: 'now' | 'due' = 'now'): Promise<void> {
  const exchanged = await syncAll(world.store, world.sync, when);
  const isNews = [...exchanged.values()].some((one) => one.ok && one.value.taken > 0);
  if (isNews) await refreshTabs(world);
  await planAlarms(world);
  world.tendSoon();
}
