import browser from 'webextension-polyfill';

export interface Shortcut {
  name: string;
  description: string;
  /** As the browser writes it; '' where none is bound. */
  key: string;
}

/** The shortcuts as they are bound now, which may be other than those we suggested. */
export async function shortcuts(): Promise<Shortcut[]> {
  const all = await browser.commands.getAll();
  return all.map(({ name, description, shortcut }) => ({
    name: name ?? '',
    description: description ?? '',
    key: shortcut ?? '',
  }));
}

/** Opens the browser's own page for changing them. */
export async function openShortcutSettings(): Promise<void> {
  const { commands } = browser as unknown as { commands: { openShortcutSettings?: () => Promise<void> } };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
