import { type MenuClick, type MenuItem, showMenus } from '../browser/menus.ts';
import { openPanel } from '../browser/panel.ts';
import { getText } from '../browser/text.ts';
import { createTarget } from '../domain/create-target.ts';
import { isWebUrl } from '../domain/url.ts';
import { createId } from '../kit/id.ts';
import type { Settings } from '../wire/settings.ts';
import { captureIn } from './capture-in.ts';
import { keepLesson } from './keep-lesson.ts';
import { sayInTab } from './say-in-tab.ts';
import type { World } from './world.ts';

const item = (id: string, contexts: MenuItem['contexts']): MenuItem => ({ id, contexts, title: getText(id) });

/** Our part of the context menu, as the person chose. */
export async function buildMenus({ parts }: Settings): Promise<void> {
  const items = () => [
    item('menuKeepSelection', ['selection']),
    item('menuAskSelection', ['selection']),
    item('menuKeepLink', ['link']),
    item('menuKeepPage', ['page']),
    item('menuAskPage', ['page']),
  ];
  await showMenus(parts.menus ? items() : []);
}

/** Does what was chosen. Opens the panel in the gesture's own turn, where something is to be typed there. */
export function runMenu(world: World, click: MenuClick): void {
  const { item: id, tab } = click;
  if (!tab || click.editable) return;
  const isAsking = id === 'menuAskSelection' || id === 'menuAskPage';
  if (isAsking) void openPanel(tab.windowId);
  if (id === 'menuKeepLink') void keepLink(world, click);
  else {
    const isSelection = id === 'menuKeepSelection' || id === 'menuAskSelection';
    const what = isAsking ? 'question' : 'lesson';
    void captureIn(world, tab, what, isSelection ? 'selection' : 'page', click.selectionText);
  }
}

/** A link is kept as a lesson that carries it, from the page it stands on. */
async function keepLink(world: World, { tab, linkUrl, linkText }: MenuClick): Promise<void> {
  if (!tab || !linkUrl || !isWebUrl(linkUrl)) return;
  const target = isWebUrl(tab.url) ? createTarget({ href: tab.url, title: tab.title, selectors: [] }) : undefined;
  const body = { created: world.clock(), link: linkUrl, title: linkText || linkUrl, ...(target ? { target } : {}) };
  const kept = await keepLesson(world, tab.tabId, createId(), body);
  if (kept.ok) await sayInTab(tab.tabId, 'toastKeptLink', kept.value.id);
}
