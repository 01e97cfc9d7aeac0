import { ok } from '../../kit/result.ts';
import type { Handlers } from '../../wire/talk.ts';
import { countFits } from '../count-fits.ts';
import { matchTab } from '../match-tab.ts';
import type { World } from '../world.ts';

/** The page is read and matched here, off the panel's thread; the icon follows what the panel is told. */
export const fits =
  (world: World): Handlers['fits'] =>
  async ({ tabId, href }) => {
    const found = await matchTab(world, tabId, href);
    await countFits(world, tabId, href, found);
    return ok(found);
  };
