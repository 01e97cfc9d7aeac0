import { leaveTeam } from '../../sync/leave.ts';
import type { Handlers } from '../../wire/talk.ts';
import { syncNow } from '../exchange.ts';
import type { World } from '../world.ts';

export const leave =
  (world: World): Handlers['leave'] =>
  async ({ team, records }) => {
    const left = await leaveTeam(world.store, team, records, world.sync);
    await syncNow(world);
    return left;
  };
