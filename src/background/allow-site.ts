import { loadSettings, saveSettings } from '../browser/settings.ts';
import { siteOf } from '../domain/url.ts';
import { isSitePrivate, switchSite } from '../wire/settings.ts';

/** Where a person went on although the site looks private, they are not asked again. */
export async function allowSite(href: string): Promise<void> {
  const site = siteOf(href);
  if (!isSitePrivate(await loadSettings(), site)) return;
  await saveSettings((settings) => switchSite(settings, site, true));
}
