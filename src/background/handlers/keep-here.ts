import { readTab } from '../../browser/tab-reach.ts';
import { fail } from '../../kit/result.ts';
import type { Handlers } from '../../wire/talk.ts';
import { captureIn } from '../capture-in.ts';
import type { World } from '../world.ts';

export const keepHere =
  (world: World): Handlers['keepHere'] =>
  async ({ tabId, what }) => {
    const tab = await readTab(tabId);
    return tab ? captureIn(world, tab, what, 'button') : fail('page-closed');
  };
