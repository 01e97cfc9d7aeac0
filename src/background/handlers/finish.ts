import { ok } from '../../kit/result.ts';
import { finishRemovals } from '../../store/remove.ts';
import type { Handlers } from '../../wire/talk.ts';
import { syncNow } from '../exchange.ts';
import type { World } from '../world.ts';

export const finish =
  (world: World): Handlers['finish'] =>
  async ({ keys }) => {
    const finished = await finishRemovals(world.store, world.clock, keys);
    if (!finished.ok) return finished;
    await syncNow(world);
    return ok(null);
  };
