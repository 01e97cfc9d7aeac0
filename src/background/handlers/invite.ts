import { makeInvite } from '../../sync/invite.ts';
import type { Handlers } from '../../wire/talk.ts';
import type { World } from '../world.ts';

export const invite =
  (world: World): Handlers['invite'] =>
  ({ team, uses }) =>
    makeInvite(world.store, team, { role: 'member', uses }, world.sync);
