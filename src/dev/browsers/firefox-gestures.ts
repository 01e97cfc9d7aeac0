import { ADDON } from './firefox-profile.ts';
import type { Inside } from './firefox-views.ts';
import { actionOf, addonOf } from './firefox-window.ts';
import type { Command } from './person.ts';
import { until } from './until.ts';

/** What Firefox calls the elements that it makes for the add-on. */
const WIDGET = ADDON.replace(/[^\w-]/g, '_');

/** Presses the key of a command, as the browser's window knows it. That is a gesture in every way. */
export async function pressCommand(inside: Inside, command: Command): Promise<void> {
  await until(`the key of "${command}"`, () => inside.run(pressKey, addonOf, ADDON, WIDGET, command));
}

function pressKey(addon: typeof addonOf, id: string, widget: string, command: Command): boolean {
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  const chord = addon(id).manifest.commands[command]?.suggested_key?.default ?? '';
  const letter = chord.split('+').at(-1)?.toUpperCase();
  const keys = Array.from(document.querySelectorAll(`[id="ext-keyset-id-${widget}"] > key`));
  const key = keys.find((one) => one.getAttribute('key')?.toUpperCase() === letter);
  if (key) (key as unknown as { doCommand(): void }).doCommand();
  return key !== undefined;
}

/** Opens the page's context menu where the selection is and chooses the item of ours with this id. */
export async function chooseMenuItem(inside: Inside, tab: number, item: string, frame?: string): Promise<void> {
  await inside.evaluate(tab, `(${openMenu})()`, { trusted: true, ...(frame === undefined ? {} : { frame }) });
  await until(`the menu item ${item}`, () => inside.run(activate, item));
  await until('the menu to close', () => inside.run(hideMenu));
}

function openMenu(): void {
  const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
  const box = range && !range.collapsed ? range.getClientRects()[0] : undefined;
  const x = box ? box.left + box.width / 2 : innerWidth / 2;
  const y = box ? box.top + box.height / 2 : innerHeight / 2;
  const { synthesizeMouseEvent } = window as unknown as { synthesizeMouseEvent(...args: unknown[]): unknown };
  for (const type of ['mousedown', 'mouseup', 'contextmenu']) {
    const options = { button: 2, buttons: type === 'mousedown' ? 2 : 0, clickCount: 1, inputSource: 1 };
    synthesizeMouseEvent.call(window, type, x, y, options, { isDOMEventSynthesized: false });
  }
}

function activate(item: string): boolean {
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  const menu = document.getElementById('contentAreaContextMenu') as
    | (Element & { state: string; activateItem(item: Element): void })
    | null;
  const found = menu?.querySelector(`[id$="-menuitem-_${item}"]`);
  if (menu?.state !== 'open' || !found) return false;
  const submenu = found.closest('menupopup');
  if (submenu && submenu !== menu) (found as HTMLElement & { doCommand(): void }).doCommand();
  else menu.activateItem(found);
  return true;
}

function hideMenu(): boolean {
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  const menu = document.getElementById('contentAreaContextMenu') as
    | (Element & { state: string; hidePopup(): void })
    | null;
  menu?.hidePopup();
  return menu?.state === 'closed';
}

export function openPopup(inside: Inside): Promise<void> {
  return inside.run(
    (action, addon, id) => action(addon(id)).openPopup(Services.wm.getMostRecentWindow('navigator:browser'), false),
    actionOf,
    addonOf,
    ADDON,
  );
}

/** Tried again while another opening of it is under way, when Firefox throws. */
export async function openSidebar(inside: Inside): Promise<void> {
  await until('the sidebar to open', () =>
    inside.run(async (id) => {
      const { SidebarController } = Services.wm.getMostRecentWindow('navigator:browser');
      const ours = Array.from(SidebarController.sidebars.keys()).find((one) => one.startsWith(id));
      if (ours) await SidebarController.show(ours);
      return ours !== undefined;
    }, WIDGET),
  );
}

export function readBadge(inside: Inside): Promise<string> {
  return inside.run(
    (action, addon, id) => {
      const { selectedTab } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser;
      return action(addon(id)).action.getProperty(selectedTab, 'badgeText') ?? '';
    },
    actionOf,
    addonOf,
    ADDON,
  );
}
