/**
 * The browser's API as far as we use it, in memory. Import it, by name alone, before anything that imports the polyfill:
 * the polyfill takes a `browser` that is there for the real one. What real ones do differently, journeys show.
 */
import { readFileSync } from 'node:fs';
import { beforeEach } from 'vitest';
import { createEvent } from './fake-event.ts';
import { fakeLocks } from './fake-locks.ts';
import { createStorage } from './fake-storage.ts';
import { onRemoved, scripting, tabs } from './fake-tabs.ts';
import { note, OWN, OWN_ID, resetWorld, world } from './fake-world.ts';

const storage = createStorage();
const words = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8'));

/** What a test makes happen. */
export const events = {
  onMessage: createEvent<[unknown, object]>(),
  onInstalled: createEvent<[{ reason: string; previousVersion?: string }]>(),
  onStartup: createEvent<[]>(),
  onCommand: createEvent<[string, object?]>(),
  onClicked: createEvent<[object, object?]>(),
  onAlarm: createEvent<[{ name: string }]>(),
  onRemoved,
  onInputChanged: createEvent<[string, (found: object[]) => void]>(),
  onInputEntered: createEvent<[string, string?]>(),
  onInputCancelled: createEvent<[]>(),
  onAdded: createEvent<[object]>(),
};

const runtime = {
  id: OWN_ID as string | undefined,
  getURL: (path: string) => `${OWN}/${path}`,
  getManifest: () => ({ version: '1.0.0' }),
  sendMessage: async (said: unknown): Promise<unknown> =>
    events.onMessage.happen(said, { id: OWN_ID, url: `${OWN}/popup.html` })[0],
  onMessage: events.onMessage,
  onInstalled: events.onInstalled,
  onStartup: events.onStartup,
};

const i18n = {
  getMessage: (key: string, values: string | string[] = []): string =>
    [values].flat().reduce((text, value) => text.replace(/\$\w+\$/, value), words[key]?.message ?? ''),
  getUILanguage: () => 'en',
};

async function ask(what: string, asked: object): Promise<boolean> {
  note(what, asked);
  return true;
}

const permissions = {
  contains: async ({ origins }: { origins: string[] }) =>
    origins.every((origin) => world.hosts.includes(origin) || world.hosts.includes('*://*/*')),
  getAll: async () => ({ origins: world.hosts }),
  request: (asked: object) => ask('permissions.request', asked),
  remove: (asked: object) => ask('permissions.remove', asked),
  onAdded: events.onAdded,
  onRemoved: createEvent(),
};

const contextMenus = {
  removeAll: async () => void world.menus.splice(0),
  create: (item: { id: string }) => void world.menus.push(item),
  onClicked: events.onClicked,
};

const action = {
  setBadgeText: async (badge: object) => note('badge', badge),
  setBadgeBackgroundColor: async () => {},
  setBadgeTextColor: async () => {},
  setTitle: async (title: object) => note('title', title),
  async openPopup() {
    note('popup');
    if (!world.popupOpens) throw new Error('No window in front');
  },
};

const alarms = {
  get: async (name: string) => world.alarms[name],
  clear: async (name: string) => delete world.alarms[name],
  create(name: string, when: object) {
    world.alarms[name] = when;
  },
  onAlarm: events.onAlarm,
};

const omnibox = {
  setDefaultSuggestion: (first: object) => note('omnibox.first', first),
  onInputChanged: events.onInputChanged,
  onInputEntered: events.onInputEntered,
  onInputCancelled: events.onInputCancelled,
};

export const fakeBrowser = {
  storage: storage.api,
  runtime,
  i18n,
  tabs,
  windows: {
    getAll: async () => [...new Set(world.tabs.map(({ windowId }) => windowId))].map((id) => ({ id })),
    update: async (...args: unknown[]) => note('windows.update', ...args),
  },
  scripting,
  permissions,
  contextMenus,
  action,
  sidebarAction: { open: async () => note('panel'), isOpen: async () => world.panelIsOpen },
  alarms,
  commands: { getAll: async () => [], onCommand: events.onCommand },
  omnibox,
  extension: { isAllowedFileSchemeAccess: async () => world.mayEnterFiles },
  management: { getSelf: async () => ({ installType: world.installType }) },
};

Object.assign(globalThis, { browser: fakeBrowser, chrome: { runtime } });
// Node 20 has no navigator, a page's stand-in has one without locks.
const navigator: object = globalThis.navigator ?? { userAgent: 'Node' };
Object.defineProperty(navigator, 'locks', { value: fakeLocks(), configurable: true });
Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });

beforeEach(() => {
  storage.clear();
  resetWorld();
  runtime.id = OWN_ID;
});
