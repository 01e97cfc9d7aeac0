import type { Selector, Target } from './target.ts';
import { normaliseUrl } from './url.ts';

/** Where something was found on a page, as the page layer says it. */
export interface Spot {
  href: string;
  title: string;
  selectors: Selector[];
  frame?: string | undefined;
}

/** The target of what was found at a spot: its page's identity beside the address as it was seen. */
export function createTarget({ href, title, selectors, frame }: Spot): Target {
  return { url: normaliseUrl(href), href, title, selectors, ...(frame === undefined ? {} : { frame }) };
}
