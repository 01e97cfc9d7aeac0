import browser from 'webextension-polyfill';

const KEY = 'search-index';

/**
 * Remembers how the search index stands, in `storage.session`: memory only, not readable by pages, gone with the browser. Null
 * forgets it.
 */
export const rememberIndex = (text: string | null): Promise<void> =>
  text === null ? browser.storage.session.remove(KEY) : browser.storage.session.set({ [KEY]: text });

/** What was remembered last: it is there before a database is open that nobody has open. */
export const lastIndex = async (): Promise<unknown> => (await browser.storage.session.get(KEY))[KEY];
