import { ok } from '../../kit/result.ts';
import type { Handlers } from '../../wire/talk.ts';
import { settle } from '../settle.ts';
import type { World } from '../world.ts';

export const refresh =
  (world: World): Handlers['refresh'] =>
  async () => {
    await settle(world);
    return ok(null);
  };
