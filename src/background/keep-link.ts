import { linkWords } from '../browser/link-words.ts';
import type { MenuClick } from '../browser/menus.ts';
import { loadSettings } from '../browser/settings.ts';
import { createTarget } from '../domain/create-target.ts';
import { isWebUrl, siteOf } from '../domain/url.ts';
import { createId } from '../kit/id.ts';
import { isSiteOff, isSitePrivate } from '../wire/settings.ts';
import { keepLesson } from './keep-lesson.ts';
import { refuse } from './refuse.ts';
import { sayInTab } from './say-in-tab.ts';
import type { World } from './world.ts';

/** A link is kept as a lesson that carries it, from the page it stands on. */
export async function keepLink(world: World, { tab, linkUrl, linkText }: MenuClick): Promise<void> {
  if (!tab || !linkUrl || !isWebUrl(linkUrl)) return;
  const site = siteOf(tab.url);
  const settings = await loadSettings();
  if (isSiteOff(settings, site)) {
    await refuse(tab, 'page', isSitePrivate(settings, site) ? 'site-private' : 'site-off', site);
    return;
  }
  // Chromium does not tell the words of a link; the page does, where it lets us in.
  const words = linkText || (await linkWords(tab.tabId, linkUrl));
  const target = isWebUrl(tab.url) ? createTarget({ href: tab.url, title: tab.title, selectors: [] }) : undefined;
  const body = { created: world.clock(), link: linkUrl, title: words || linkUrl, ...(target ? { target } : {}) };
  const kept = await keepLesson(world, tab, createId(), body);
  if (kept.ok) await sayInTab(tab, 'toastKeptLink', kept.value.id);
}
