const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_hsenc|_hsmi|ref_src)$/i;

/** Pages that extensions may run on and that a record may point at. */
export const isWebUrl = (text: string): boolean =>
  URL.canParse(text) && /^(https?|file):$/.test(new URL(text).protocol);

/**
 * The identity of a page, for matching: without fragment (unless it is a route), tracking parameters, default port,
 * `www.` and a slash at the end; parameters in one order. '' for what is no page of the web.
 */
export function normaliseUrl(text: string): string {
  if (!isWebUrl(text)) return '';
  const url = new URL(text);
  url.username = '';
  url.password = '';
  const isRoute = /^#!?\//.test(url.hash);
  if (!isRoute) url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  url.hostname = url.hostname.replace(/^www\./, '');
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.protocol}//${url.host}${path}${url.search}${url.hash}`;
}

/** Host a person would name: without `www.`; 'file' pages have none. */
export const siteOf = (text: string): string =>
  URL.canParse(text) ? new URL(text).hostname.replace(/^www\./, '') : '';
