import { finishRemovals } from '../store/remove.ts';
import { syncNow } from './exchange.ts';
import { planAlarms, REMOVALS, SYNC } from './plan.ts';
import type { World } from './world.ts';

/** Does what we were woken for. */
export async function runAlarm(world: World, name: string): Promise<void> {
  if (name === SYNC) await syncNow(world, 'due');
  if (name === REMOVALS) {
    await finishRemovals(world.store, world.clock);
    await planAlarms(world);
  }
}
