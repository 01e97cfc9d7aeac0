import { openPanel } from '../browser/panel.ts';
import type { TabPlace } from '../browser/tab-reach.ts';
import { captureIn } from './capture-in.ts';
import type { World } from './world.ts';

/** Does what a shortcut stands for. Opens the panel in the gesture's own turn, since the browser refuses it later. */
export function runCommand(world: World, name: string, tab: TabPlace | null): void {
  if (!tab) return;
  if (name === 'ask' || name === 'panel') void openPanel(tab.windowId);
  if (name === 'ask') void captureIn(world, tab, 'question', 'key');
  if (name === 'keep') void captureIn(world, tab, 'lesson', 'key');
}
