import { originOf } from '../domain/url.ts';
import type { SaidBy } from '../wire/talk.ts';

/**
 * Whether an address can be that of the document which said it: the top one of its tab, on the same site. Single-page
 * applications move on within their origin without the browser telling us, so only the origin can be held to. A file
 * speaks for itself alone.
 */
export function isPageOf(href: string, by: SaidBy): boolean {
  if ((by.frameId ?? 0) !== 0 || !by.url) return false;
  const said = originOf(href);
  return said !== '' && said !== 'null' && said === originOf(by.url);
}
