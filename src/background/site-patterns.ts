/** A name, an IPv4 address, or an IPv6 address as addresses have it. */
const HOST = /^(?:[\w-]+(?:\.[\w-]+)*|\[[\da-f:.]+\])$/i;

/**
 * Match patterns for all pages of a site, as `siteOf` names it: with `www.` where it can have that, which an address of
 * numbers cannot. '' is the files of this machine. None for what no pattern can say: one that a browser refuses takes
 * all others with it.
 */
export function sitePatterns(site: string): string[] {
  if (site === '') return ['file:///*'];
  if (!HOST.test(site)) return [];
  const isNumbers = site.startsWith('[') || /(?:^|\.)\d+$/.test(site);
  return isNumbers ? [`*://${site}/*`] : [`*://${site}/*`, `*://www.${site}/*`];
}
