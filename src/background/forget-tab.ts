import { forgetCount } from './count-fits.ts';
import { forgetPageText } from './page-texts.ts';
import type { World } from './world.ts';

/** Nothing of a closed tab stays in memory, least of all what was read in it. */
export function forgetTab(world: World, tabId: number): void {
  forgetPageText(world, tabId);
  forgetCount(world, tabId);
}
