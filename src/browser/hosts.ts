import browser from 'webextension-polyfill';

/**
 * What "all sites" asks for: all of the web that the manifest offers as optional. Files are asked for apart: with them
 * Chromium refuses the whole question as long as the person has not let extensions into files.
 */
const ALL = ['*://*/*'];
const FILES = ['file:///*'];

/** Match patterns know no port in Firefox, and none is needed in Chromium: access is to a host, or to all files. */
function patterns(origin: string | undefined): string[] {
  if (origin === undefined) return ALL;
  if (origin.startsWith('file:')) return FILES;
  const { protocol, hostname } = new URL(origin);
  return [`${protocol}//${hostname}/*`];
}

/** Whether we may run on an origin by ourselves; without one, on all sites. */
export const hasHosts = (origin?: string): Promise<boolean> =>
  browser.permissions.contains({ origins: patterns(origin) });

/** Asks the person. Call it in the click's own turn, before anything is awaited, or the browser refuses. */
export const requestHosts = (origin?: string): Promise<boolean> =>
  browser.permissions.request({ origins: patterns(origin) });

/** Whether the person has let us into files at all, in the browser's own settings: only then they can be asked for. */
export const mayEnterFiles = (): Promise<boolean> => browser.extension.isAllowedFileSchemeAccess();

/** Gives access back; without an origin, all of it that was given. */
export async function dropHosts(origin?: string): Promise<boolean> {
  const origins = origin === undefined ? await grantedHosts() : patterns(origin);
  return origins.length === 0 || browser.permissions.remove({ origins });
}

/** Match patterns of all host access given. */
export async function grantedHosts(): Promise<string[]> {
  const { origins } = await browser.permissions.getAll();
  return origins ?? [];
}

/** Hears that host access was given or taken. Returns how to stop. */
export function onHosts(listener: () => void): () => void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}
