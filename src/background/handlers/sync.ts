import { ok } from '../../kit/result.ts';
import type { Handlers } from '../../wire/talk.ts';
import { syncNow } from '../exchange.ts';
import type { World } from '../world.ts';

/** How it went with each team stands on the team's row, where our pages see it live. */
export const sync =
  (world: World): Handlers['sync'] =>
  async () => {
    await syncNow(world);
    return ok(null);
  };
