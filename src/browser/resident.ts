import browser from 'webextension-polyfill';

/** Files of ours that run in every page that matches and is not excluded. */
export interface Resident {
  id: string;
  js: string[];
  matches: string[];
  excludeMatches: string[];
}

/**
 * Has exactly these run from the next load of a page on, also after a restart of the browser. Where a change is refused
 * it throws.
 */
export async function registerResidents(wanted: Resident[]): Promise<void> {
  const standing = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const ids = standing.filter((id) => !wanted.some((one) => one.id === id));
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
  const scripts = wanted.map((one) => ({ ...one, runAt: 'document_idle' as const }));
  const isNew = ({ id }: Resident): boolean => !standing.includes(id);
  const [added, changed] = [scripts.filter(isNew), scripts.filter((one) => !isNew(one))];
  if (changed.length > 0) await browser.scripting.updateContentScripts(changed);
  if (added.length > 0) await browser.scripting.registerContentScripts(added);
}
