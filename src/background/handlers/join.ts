import { ok } from '../../kit/result.ts';
import { joinTeam } from '../../sync/join.ts';
import type { Handlers } from '../../wire/talk.ts';
import { syncNow } from '../exchange.ts';
import type { World } from '../world.ts';

export const join =
  (world: World): Handlers['join'] =>
  async (takes) => {
    const joined = await joinTeam(world.store, takes, world.sync);
    if (!joined.ok) return joined;
    await syncNow(world);
    return ok({ team: joined.value.id });
  };
