import { loadSettings } from '../browser/settings.ts';
import { readTab } from '../browser/tab-reach.ts';
import { identitiesOf } from '../domain/page-identity.ts';
import { isWebUrl, normaliseUrl, originOf, siteOf } from '../domain/url.ts';
import { prepareForPage } from '../store/for-page.ts';
import { matchPage } from '../store/match-page.ts';
import type { PageFits } from '../wire/fits.ts';
import type { PageText } from '../wire/page-text.ts';
import { isSuggestedOn } from '../wire/settings.ts';
import { forgetPageText, pageText } from './page-texts.ts';
import type { World } from './world.ts';

/**
 * Matches the page of a tab with what is stored here. Where suggestions are off, on sites that look private, and where
 * nothing is stored, no page is read. In private windows nothing of ours runs (`incognito: not_allowed`).
 */
export async function matchTab(world: World, tabId: number, href: string): Promise<PageFits> {
  const settings = await loadSettings();
  const isOn = isWebUrl(href) && isSuggestedOn(settings, siteOf(href));
  if (!isOn || (await isEmpty(world))) return leaveUnread(world, tabId, href);
  void prepareForPage(world.store.relaxed);
  const tab = await readTab(tabId);
  // A tab that has moved on may show a site that was switched off: not even its title is looked at.
  const isGone = tab !== null && tab.url !== '' && originOf(tab.url) !== originOf(href);
  const title = isGone ? '' : (tab?.title ?? '');
  const text = isGone ? undefined : await pageText(world, tabId, href, title);
  // While it was read the person may have said no.
  if (!isSuggestedOn(await loadSettings(), siteOf(href))) return leaveUnread(world, tabId, href);
  const page = text ?? onlyTitle(href, title);
  const pages = identitiesOf(page);
  const { alternates: _, canonical: __, href: url, ...words } = page;
  const matched = await matchPage(world.store.relaxed, { url, ...words }, pages, world.clock());
  // One document may have been on its way out, or an application on its way to another page: then there is more to come.
  const isItsOwn = text !== undefined && normaliseUrl(text.href) === normaliseUrl(href);
  return { read: isItsOwn ? 'read' : 'title', pages, ...matched };
}

function leaveUnread(world: World, tabId: number, href: string): PageFits {
  forgetPageText(world, tabId);
  return { read: 'off', pages: identitiesOf({ href }), fits: [], people: [], most: 0 };
}

const onlyTitle = (href: string, title: string): PageText => ({ href, title, headings: [], body: '', alternates: [] });

const isEmpty = async ({ store }: World): Promise<boolean> => (await store.relaxed.records.limit(1).count()) === 0;
