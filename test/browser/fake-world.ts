export const OWN = 'chrome-extension://ourselves';
export const OWN_ID = 'ourselves';

export interface FakeTab {
  id: number;
  windowId: number;
  url?: string;
  title?: string;
  active?: boolean;
  /** No extension may run there. */
  isClosed?: boolean;
  /** What a function of ours gives when it runs in the page. */
  answers?: (source: string, args: unknown[]) => unknown;
  /** Whether our page layer listens. */
  hears?: boolean;
}

interface Registered {
  id: string;
  js: string[];
  matches: string[];
  excludeMatches?: string[];
}

const atFirst = () => ({
  tabs: [] as FakeTab[],
  /** Everything that was asked of the browser, in order: `['scripting.file', 3, 'capture/keep.js']`. */
  did: [] as unknown[][],
  hosts: [] as string[],
  menus: [] as { id: string }[],
  registered: [] as Registered[],
  alarms: {} as Record<string, { periodInMinutes?: number; when?: number }>,
  installType: 'normal',
  popupOpens: true,
  /** Extensions may open no files, as in Firefox. */
  opensNoFiles: false,
  /** The person has let extensions into files. */
  mayEnterFiles: true,
  panelIsOpen: false,
});

/** What a test sets and reads. */
export const world = atFirst();

export const resetWorld = (): void => void Object.assign(world, atFirst());

/** Writes down what was asked of the browser. */
export function note(...what: unknown[]): void {
  world.did.push(what);
}

/** Everything of one name that was asked of the browser. */
export const did = (name: string): unknown[][] =>
  world.did.filter(([what]) => what === name).map(([, ...rest]) => rest);
