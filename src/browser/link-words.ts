import { runInPage } from './inject.ts';

/** What the first link to an address says in a tab's page; undefined where the browser lets us not look. */
export const linkWords = (tabId: number, address: string): Promise<string | undefined> =>
  runInPage(tabId, readLink, address);

/** Sent into the page. */
function readLink(address: string): string | undefined {
  const links = Document.prototype.querySelectorAll.call(document, 'a[href]') as NodeListOf<HTMLAnchorElement>;
  const found = [...links].find(({ href }) => href === address);
  return found?.textContent?.replace(/\s+/g, ' ').trim().slice(0, 200);
}
