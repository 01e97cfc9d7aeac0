import { readdirSync, readlinkSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';

/**
 * Whether the running browser has the files of an extension's databases open, which it has as long as it holds the store; null where
 * the system does not list what files a process has open. A browser says by itself neither to a page nor to its debugger.
 */
export function holdsStore(browser: Browser, extension: string): boolean | null {
  const files = `/proc/${browser.process()?.pid}/fd`;
  try {
    return readdirSync(files).some((file) => target(`${files}/${file}`).includes(`chrome-extension_${extension}_`));
  } catch {
    return null;
  }
}

/** '' for what was closed this moment. */
function target(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
