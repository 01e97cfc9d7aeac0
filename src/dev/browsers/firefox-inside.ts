/**
 * The parts of Firefox that the driver touches when it runs inside the browser itself, where scripts are trusted. Only
 * what is used is named. Source: https://searchfox.org/mozilla-central/source/browser/components/extensions
 */
export interface Context {
  id: number;
  browserId: number;
  currentWindowGlobal: WindowGlobal | null;
  getAllBrowsingContextsInSubtree(): Context[];
}

interface WindowGlobal {
  innerWindowId: number;
  documentURI: { spec: string };
  getActor(name: 'MarionetteCommands'): {
    executeScript(script: string, args: unknown[], options: object): Promise<unknown>;
  };
  drawSnapshot(rect: null, scale: number, background: string): Promise<ImageBitmap>;
}

interface BrowserElement extends HTMLElement {
  browsingContext: Context;
  fixupAndLoadURIString(url: string, options: { triggeringPrincipal: unknown }): void;
}

export interface Tab {
  linkedBrowser: BrowserElement;
}

export interface BrowserWindow extends Window {
  gBrowser: {
    selectedTab: Tab;
    tabs: Tab[];
    addTab(url: string, options: { triggeringPrincipal: unknown }): Tab;
    removeTab(tab: Tab): void;
  };
  SidebarController: {
    isOpen: boolean;
    sidebars: Map<string, unknown>;
    browser: { contentDocument: Document };
    show(id: string): Promise<unknown>;
    hide(): void;
  };
}

export interface Addon {
  manifest: { commands: Record<string, { suggested_key?: { default?: string } }> };
  views: Iterable<{ viewType: string; xulBrowser: BrowserElement }>;
  wakeupBackground?(): Promise<void>;
  terminateBackground(options: { ignoreDevToolsAttached: boolean }): Promise<void>;
}

interface ActionApi {
  openPopup(window: BrowserWindow, inWindow: boolean): void;
  action: { getProperty(tab: Tab, name: 'badgeText'): string };
}

declare global {
  var Services: {
    wm: { getMostRecentWindow(type: 'navigator:browser'): BrowserWindow };
    scriptSecurityManager: { getSystemPrincipal(): unknown };
    prefs: { setBoolPref(name: string, value: boolean): void };
    console: { getMessageArray(): unknown[] };
  };
  var ChromeUtils: { importESModule(url: string): Record<string, unknown> };
  var Cu: {
    getGlobalForObject(of: unknown): { WebExtensionPolicy: { getByID(id: string): { extension: Addon } } };
  };
  var Cc: Record<string, { createInstance(of: unknown): KeyPresser }>;
  var Ci: Record<string, unknown>;
}

interface KeyPresser {
  beginInputTransactionForTests(window: Window): boolean;
  keydown(event: KeyboardEvent): void;
  keyup(event: KeyboardEvent): void;
}

export type { ActionApi, BrowserElement };
