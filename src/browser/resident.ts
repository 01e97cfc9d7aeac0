import browser from 'webextension-polyfill';

const ID = 'resident';

/**
 * Has our file run in every page that matches and is not excluded, from the next load on, also after a restart of the browser. With no
 * matches it runs nowhere. Where a change is refused it throws.
 */
export async function registerResident(file: string, matches: string[], excludeMatches: string[]): Promise<void> {
  const standing = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (standing.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = { id: ID, js: [file], matches, excludeMatches, runAt: 'document_idle' as const };
  if (standing.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}
