import { openChrome } from './chrome.ts';
import { openFirefox } from './firefox.ts';
import type { BrowserName, Opening, Person } from './person.ts';

/** Every browser there is a driver for. */
const drivers: Record<BrowserName, (opening: Opening) => Promise<Person>> = {
  chrome: openChrome,
  firefox: openFirefox,
};

export const openBrowser = (browser: BrowserName, opening: Opening): Promise<Person> => drivers[browser](opening);
