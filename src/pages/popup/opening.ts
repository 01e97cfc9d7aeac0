import type { ActivePage } from '../../browser/tabs.ts';

/** What first.ts leaves for the page's own script, as `globalThis.opening`. */
export interface Opening {
  database: Promise<IDBDatabase | null>;
  page: Promise<ActivePage>;
  /** The same, as soon as it is known: then it is drawn from the start. */
  active?: ActivePage;
}

/** What was begun; undefined where nothing was, as in a test. */
export const begun = (): Opening | undefined => (globalThis as { opening?: Opening }).opening;
