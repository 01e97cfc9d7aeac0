import { finishRemovals, hiddenIn } from '../../store/remove.ts';
import { leaveTeam } from '../../sync/leave.ts';
import type { Handlers } from '../../wire/talk.ts';
import { syncNow } from '../exchange.ts';
import type { World } from '../world.ts';

export const leave =
  (world: World): Handlers['leave'] =>
  async ({ team, records }) => {
    // Nothing of it can be undone any more, and nobody could delete it for colleagues after that.
    const hidden = await hiddenIn(world.store.strict, team);
    const finished = await finishRemovals(world.store, world.clock, hidden);
    if (!finished.ok) return finished;
    const left = await leaveTeam(world.store, team, records, world.sync);
    await syncNow(world);
    return left;
  };
