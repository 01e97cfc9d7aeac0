import type { Inside } from './firefox-views.ts';
import type { View } from './person.ts';
import { until } from './until.ts';

/** Tabs of a running Firefox, by the number the browser gives each. */
export interface Tabs {
  /** The tab in front. */
  front(): number;
  view(tab: number): View;
  open(url: string): Promise<number>;
  goTo(url: string): Promise<void>;
  /** Brings the tab to front that this driver works in. */
  raise(): Promise<void>;
  /** Turns to the tab that is in front now. */
  follow(): Promise<void>;
  /** Brings to front the tab whose address begins so, and gives it. */
  find(address: string): Promise<number>;
}

export async function createTabs(inside: Inside): Promise<Tabs> {
  let front = await inside.run(frontTab);
  const close = (tab: number) => inside.run(closeTab, tab);
  return {
    front: () => front,
    view: (tab) => inside.view(tab, () => close(tab)),
    async open(url) {
      front = await inside.run(openTab, url);
      await arrive(inside, front, url);
      return front;
    },
    async goTo(url) {
      await inside.run(load, front, url);
      await arrive(inside, front, url);
    },
    raise: () => inside.run(selectTab, front),
    async follow() {
      front = await inside.run(frontTab);
    },
    async find(address) {
      front = await until(`a tab at ${address}`, () => inside.run(showTab, address));
      return front;
    },
  };
}

const LOADING = 'loading-started';

/** Until the document of that address is there and complete. A mark tells a document from the one before it. */
async function arrive(inside: Inside, tab: number, url: string): Promise<void> {
  await until(`${url} to load`, async () => {
    const seen = await inside.evaluate(tab, `[document.URL, document.readyState, '${LOADING}' in document]`);
    const [address, state, isOld] = seen as [string, string, boolean];
    return (
      !isOld && state === 'complete' && address !== 'about:blank' && new URL(url).origin === new URL(address).origin
    );
  });
}

function frontTab(): number {
  return Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedTab.linkedBrowser.browsingContext
    .browserId;
}

function openTab(url: string): number {
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  gBrowser.selectedTab = gBrowser.addTab(url, { triggeringPrincipal });
  return gBrowser.selectedTab.linkedBrowser.browsingContext.browserId;
}

async function load(tab: number, url: string): Promise<void> {
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const browser = gBrowser.tabs.map((one) => one.linkedBrowser).find((one) => one.browsingContext.browserId === tab);
  const actor = browser?.browsingContext.currentWindowGlobal?.getActor('MarionetteCommands');
  const options = { timeout: 5_000, sandboxName: null, newSandbox: false, file: 'driver', line: 0 };
  await actor?.executeScript("document['loading-started'] = true", [], options).catch(() => null);
  browser?.fixupAndLoadURIString(url, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
}

function selectTab(tab: number): void {
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const found = gBrowser.tabs.find((one) => one.linkedBrowser.browsingContext.browserId === tab);
  if (found) gBrowser.selectedTab = found;
}

function closeTab(tab: number): void {
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const found = gBrowser.tabs.find((one) => one.linkedBrowser.browsingContext.browserId === tab);
  if (found) gBrowser.removeTab(found);
}

function showTab(address: string): number | null {
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const found = gBrowser.tabs.find((one) =>
    one.linkedBrowser.browsingContext.currentWindowGlobal?.documentURI.spec.startsWith(address),
  );
  if (!found) return null;
  gBrowser.selectedTab = found;
  return found.linkedBrowser.browsingContext.browserId;
}
