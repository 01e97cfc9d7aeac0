import browser, { type Tabs } from 'webextension-polyfill';

/**
 * Hears our shortcuts, in the gesture's own turn, with the tab in view. Call it in the background's first turn.
 * The tab is named by newer browsers only, but all that we run in do.
 */
export function onCommand(listener: (name: string, tab: Tabs.Tab | undefined) => void): void {
  browser.commands.onCommand.addListener((name: string, tab?: Tabs.Tab) => listener(name, tab));
}
