import { type MenuClick, type MenuItem, showMenus } from '../browser/menus.ts';
import { openPanel } from '../browser/panel.ts';
import { getText } from '../browser/text.ts';
import type { Settings } from '../wire/settings.ts';
import { captureIn } from './capture-in.ts';
import type { Gesture } from './gesture.ts';
import { keepLink } from './keep-link.ts';
import { refuse } from './refuse.ts';
import type { World } from './world.ts';

const item = (id: string, contexts: MenuItem['contexts']): MenuItem => ({ id, contexts, title: getText(id) });

/** Our part of the context menu, as the person chose. */
export async function buildMenus({ parts }: Settings): Promise<void> {
  const items = () => [
    item('menuKeepSelection', ['selection']),
    item('menuAskSelection', ['selection']),
    item('menuKeepLink', ['link']),
    item('menuKeepImage', ['image']),
    item('menuKeepPage', ['page']),
    item('menuAskPage', ['page']),
  ];
  await showMenus(parts.menus ? items() : []);
}

/** Does what was chosen. Opens the panel in the gesture's own turn, where something is to be typed there. */
export function runMenu(world: World, click: MenuClick): void {
  const { item: id, tab } = click;
  if (!tab) return;
  // A browser has no way to leave our items out of a field's menu.
  if (click.editable) return void refuse(tab, 'page', 'in-field');
  const isAsking = id === 'menuAskSelection' || id === 'menuAskPage';
  if (isAsking) void openPanel(tab.windowId);
  if (id === 'menuKeepLink') void keepLink(world, click);
  else {
    const what = isAsking ? 'question' : 'lesson';
    const spot = { text: click.selectionText, image: id === 'menuKeepImage' ? click.srcUrl : undefined };
    void captureIn(world, tab, what, GESTURES[id] ?? 'page', spot);
  }
}

/** What each item means in the page; those not named here mean the page itself. */
const GESTURES: Record<string, Gesture> = {
  menuKeepSelection: 'selection',
  menuAskSelection: 'selection',
  menuKeepImage: 'image',
};
