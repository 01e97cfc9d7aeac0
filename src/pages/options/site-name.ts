import { siteOf } from '../../domain/url.ts';

/** The host, without `www.`, of what a person writes for a site: a name or a whole address. '' for neither. */
export function siteName(typed: string): string {
  const words = typed.trim();
  if (words === '' || /\s/.test(words)) return '';
  const site = siteOf(words.includes('://') ? words : `https://${words}`);
  return /^[^.]|\[/.test(site) && site.length <= 253 ? site : '';
}
