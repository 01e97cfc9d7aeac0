import type { Handlers } from '../../wire/talk.ts';
import { goTo } from '../go-to.ts';
import type { World } from '../world.ts';
import { ask } from './ask.ts';
import { barOff } from './bar-off.ts';
import { describe } from './describe.ts';
import { finish } from './finish.ts';
import { fits } from './fits.ts';
import { invite } from './invite.ts';
import { join } from './join.ts';
import { keep } from './keep.ts';
import { keepHere } from './keep-here.ts';
import { leave } from './leave.ts';
import { marks } from './marks.ts';
import { open } from './open.ts';
import { placed } from './placed.ts';
import { refresh } from './refresh.ts';
import { sync } from './sync.ts';
import { undo } from './undo.ts';

/** Every message's handler: one file each, one line here. */
export const createHandlers = (world: World): Handlers => ({
  keep: keep(world),
  describe: describe(world),
  undo: undo(world),
  open: open(world),
  ask: ask(),
  marks: marks(world),
  placed: placed(world),
  barOff: barOff(),
  keepHere: keepHere(world),
  fits: fits(world),
  goTo: ({ team, id }) => goTo(world, team, id),
  finish: finish(world),
  invite: invite(world),
  join: join(world),
  leave: leave(world),
  sync: sync(world),
  refresh: refresh(world),
});
