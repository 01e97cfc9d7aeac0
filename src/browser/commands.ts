import browser, { type Tabs } from 'webextension-polyfill';
import { type TabPlace, toPlace } from './tab-reach.ts';

/**
 * Hears our shortcuts, in the gesture's own turn, with the tab in view. Call it in the background's first turn.
 * Null where the browser names no tab (no window is open).
 */
export function onCommand(listener: (name: string, tab: TabPlace | null) => void): void {
  browser.commands.onCommand.addListener((name: string, tab?: Tabs.Tab) => listener(name, toPlace(tab)));
}
