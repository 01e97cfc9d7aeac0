import { clickPoint, readClosed, tapClosed } from './firefox-fingers.ts';
import { chooseMenuItem, openPopup, openSidebar, pressCommand, readBadge } from './firefox-gestures.ts';
import { launchFirefox } from './firefox-launch.ts';
import { ADDON, addressIn } from './firefox-profile.ts';
import { createTabs, type Tabs } from './firefox-tabs.ts';
import { createInside, type Inside } from './firefox-views.ts';
import { addonOf } from './firefox-window.ts';
import type { Opening, Person, View } from './person.ts';
import { paintedPassages, readTable, selectPassage } from './seek.ts';
import { writeCall } from './source.ts';
import { until } from './until.ts';

/** A person at Firefox. */
export interface FirefoxPerson extends Person {
  readonly browser: 'firefox';
  readonly inside: Inside;
}

export async function openFirefox(opening: Opening): Promise<FirefoxPerson> {
  const running = await launchFirefox(opening);
  try {
    await running.marionette.send('Addon:Install', { path: opening.extension, temporary: true });
    const inside = createInside(running.marionette);
    await until('the extension to start', () => inside.run((addon, id) => Boolean(addon(id)), addonOf, ADDON));
    return createPerson(inside, await createTabs(inside), running.close);
  } catch (error) {
    await running.close();
    throw error;
  }
}

function createPerson(inside: Inside, tabs: Tabs, close: () => Promise<void>): FirefoxPerson {
  const here = (expression: string, options: { frame?: string; trusted?: boolean } = {}) =>
    inside.evaluate(tabs.front(), expression, options);
  return {
    browser: 'firefox',
    inside,
    get page() {
      return tabs.view(tabs.front());
    },
    goTo: tabs.goTo,
    follow: tabs.follow,
    openTab: async (url) => tabs.view(await tabs.open(url)),
    async select(passage, where = {}) {
      await tabs.raise();
      await until(`the passage "${passage.slice(0, 80)}"`, () => here(writeCall(selectPassage, [passage]), where));
    },
    unselect: async () => void (await here('getSelection().removeAllRanges()')),
    clickAt: async (x, y, times = 1) => void (await here(writeCall(clickPoint, [x, y, times]), { trusted: true })),
    async command(name) {
      await tabs.raise();
      await pressCommand(inside, name);
    },
    async menu(id, where) {
      await tabs.raise();
      await chooseMenuItem(inside, tabs.front(), id, where?.frame);
    },
    ...ownSurfaces(inside, tabs),
    // `permissions.request` is granted unasked then; one journey answers the real question.
    async agree() {
      await inside.run(askAboutAccess, false);
      return () => inside.run(askAboutAccess, true);
    },
    switchFiles: (is) => inside.run(switchFiles, ADDON, is),
    toast: async () => (await here(writeCall(readClosed, []), { trusted: true })) as string,
    clickToast: async (name) =>
      void (await until(`the button "${name}" on the page`, () =>
        here(writeCall(tapClosed, [name]), { trusted: true }),
      )),
    painted: async (frame) => (await here(writeCall(paintedPassages, []), frame ? { frame } : {})) as string[],
    badge: () => readBadge(inside),
    rows: (table) => inBackground(inside, readTable, ['sidelight', table]),
    inBackground: (look, ...args) => inBackground(inside, look, args),
    stopBackground: () =>
      inside.run((addon, id) => addon(id).terminateBackground({ ignoreDevToolsAttached: true }), addonOf, ADDON),
    reloadExtension: () => inside.run(reloadAddon, ADDON),
    complaints: () => inside.run(readErrors, addressIn('')),
    close,
  };
}

function askAboutAccess(is: boolean): void {
  Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', is);
}

/** As the add-on's page does it, which loads the add-on anew. */
async function switchFiles(id: string, is: boolean): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  ) as {
    ExtensionPermissions: Record<'add' | 'remove', (id: string, change: object) => Promise<void>>;
  };
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs') as {
    AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
  };
  const change = { permissions: ['internal:fileSchemeAllowed'], origins: [] };
  await ExtensionPermissions[is ? 'add' : 'remove'](id, change);
  await (await AddonManager.getAddonByID(id)).reload();
}

function ownSurfaces(
  inside: Inside,
  tabs: Tabs,
): Pick<Person, 'openPopup' | 'popup' | 'openPanel' | 'panel' | 'openOwn' | 'own'> {
  const opened = async (surface: 'popup' | 'sidebar'): Promise<View> => {
    const file = addressIn(`${surface}.html`);
    await until(`the ${surface} to open`, async () => {
      const address = await inside.evaluate(surface, 'document.readyState === "complete" && document.URL');
      return String(address).startsWith(file);
    });
    return inside.view(surface, () => closeSurface(inside, surface));
  };
  return {
    async openPopup() {
      await tabs.raise();
      await openPopup(inside);
      return opened('popup');
    },
    popup: () => opened('popup'),
    async openPanel() {
      await openSidebar(inside);
      return opened('sidebar');
    },
    panel: () => opened('sidebar'),
    openOwn: async (page) => tabs.view(await tabs.open(addressIn(`${page}.html`))),
    own: async (page) => tabs.view(await tabs.find(addressIn(`${page}.html`))),
  };
}

/** Until it is really gone: Firefox opens no popup while another one is closing. */
async function closeSurface(inside: Inside, surface: 'popup' | 'sidebar'): Promise<void> {
  const isOpen = () => inside.evaluate(surface, 'true').catch(() => false);
  if (surface === 'sidebar') {
    await inside.run(() => Services.wm.getMostRecentWindow('navigator:browser').SidebarController.hide());
  } else await inside.evaluate(surface, 'window.close()').catch(() => null);
  await until(`the ${surface} to close`, async () => !(await isOpen()));
}

async function inBackground<A extends unknown[], T>(
  inside: Inside,
  look: (...args: A) => T | Promise<T>,
  args: A,
): Promise<T> {
  await inside.run((addon, id) => addon(id).wakeupBackground?.(), addonOf, ADDON);
  return (await inside.evaluate('background', writeCall(look, args))) as T;
}

async function reloadAddon(id: string): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs') as {
    AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
  };
  const addon = await AddonManager.getAddonByID(id);
  await addon.reload();
}

/** Errors of our own code in the browser's console; warnings and other people's code left out. */
function readErrors(ours: string): string[] {
  return (
    Services.console
      .getMessageArray()
      // A message tells where it comes from only once it is looked at as a script's error.
      .filter((one) => one instanceof (Ci.nsIScriptError as new () => object))
      .map((one) => one as unknown as { sourceName: string; errorMessage: string; flags: number })
      .filter(({ sourceName, flags }) => sourceName.startsWith(ours) && (flags & 1) === 0)
      // The browser's notes that a page was left before it was answered: no failure of ours, and nobody waits any more.
      .filter(
        ({ errorMessage }) => !/^Promise \w+ (after context unloaded|while context is inactive)/.test(errorMessage),
      )
      .map(({ sourceName, errorMessage }) => `${sourceName}: ${errorMessage}`)
  );
}
