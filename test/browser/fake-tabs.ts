import { createEvent } from './fake-event.ts';
import { type FakeTab, note, world } from './fake-world.ts';

function tabOf(tabId: number): FakeTab {
  const tab = world.tabs.find(({ id }) => id === tabId);
  if (!tab) throw new Error(`No tab with id: ${tabId}`);
  return tab;
}

function openTabOf(tabId: number): FakeTab {
  const tab = tabOf(tabId);
  if (tab.isClosed) throw new Error('Cannot access contents of the page');
  return tab;
}

export const onRemoved = createEvent<[number]>();

export const tabs = {
  query: async ({ active }: { active?: boolean }) => world.tabs.filter((tab) => !active || tab.active),
  get: async (tabId: number) => tabOf(tabId),
  async create({ url, active = true }: { url: string; active?: boolean }) {
    if (world.opensNoFiles && url.startsWith('file:')) throw new Error(`Illegal URL: ${url}`);
    const tab = { id: 100 + world.tabs.length, windowId: 1, url, active };
    world.tabs.push(tab);
    note('tabs.create', url, ...(active ? [] : ['behind']));
    return tab;
  },
  async update(...args: unknown[]) {
    note('tabs.update', ...args);
    return world.tabs[0];
  },
  async sendMessage(tabId: number, said: unknown) {
    if (!tabOf(tabId).hears) throw new Error('Could not establish connection. Receiving end does not exist.');
    note('tabs.sendMessage', tabId, said);
  },
  onActivated: createEvent(),
  onUpdated: createEvent(),
  onRemoved,
};

interface Injection {
  target: { tabId: number };
  files?: string[];
  func?: unknown;
  args?: unknown[];
}

type Scripts = typeof world.registered;

/** Without those of these ids. */
const others = (ids: string[]): Scripts => world.registered.filter(({ id }) => !ids.includes(id));

async function register(scripts: Scripts): Promise<void> {
  world.registered = [...others(scripts.map(({ id }) => id)), ...scripts];
}

export const scripting = {
  async executeScript({ target, files, func, args = [] }: Injection) {
    const tab = openTabOf(target.tabId);
    for (const file of files ?? []) note('scripting.file', tab.id, file);
    return [{ result: func ? await tab.answers?.(String(func), args) : null }];
  },
  insertCSS: async ({ target }: Injection) => note('scripting.style', openTabOf(target.tabId).id),
  getRegisteredContentScripts: async () => world.registered,
  async unregisterContentScripts({ ids }: { ids: string[] }) {
    world.registered = others(ids);
  },
  registerContentScripts: register,
  updateContentScripts: register,
};
