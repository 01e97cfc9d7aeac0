import { makeInvite, makeOwnInvite } from '../../sync/invite.ts';
import type { Handlers } from '../../wire/talk.ts';
import type { World } from '../world.ts';

export const invite =
  (world: World): Handlers['invite'] =>
  ({ team, uses, forMe }) =>
    forMe
      ? makeOwnInvite(world.store, team, world.sync)
      : makeInvite(world.store, team, { role: 'member', uses }, world.sync);
