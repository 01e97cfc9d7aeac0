import { originOf } from '../domain/url.ts';
import type { SaidBy } from '../wire/talk.ts';

const withoutHash = (url: string): string => url.replace(/#.*$/s, '');

/**
 * What the document that said something may speak for, as the browser tells it; '' where that is nothing: only the top
 * one of a tab is our page layer's. Single-page applications move on within their origin without the browser telling
 * us, so only the origin can be held to. A file speaks for itself alone, and so does a page that its site has put into a
 * sandbox, for its origin is no one's: wherever it has moved on to, as the tab's address tells.
 */
export function speakerOf(by: SaidBy): string {
  if ((by.frameId ?? 0) !== 0 || !by.url) return '';
  return isSandboxed(by) ? withoutHash(addressOf(by)) : toOrigin(by.url);
}

/** Whether an address can be that of the document which said it. */
export function isPageOf(href: string, by: SaidBy): boolean {
  const speaker = speakerOf(by);
  return speaker !== '' && speaker === (isSandboxed(by) ? withoutHash(href) : toOrigin(href));
}

/** The tab's address, where it is of the same site: it may show another document by now. */
const addressOf = ({ url = '', tabUrl = '' }: SaidBy): string =>
  tabUrl !== '' && toOrigin(tabUrl) === toOrigin(url) ? tabUrl : url;

function toOrigin(url: string): string {
  const origin = originOf(url);
  return origin === 'null' ? '' : origin;
}

/** Files have no origin of their own either, in some browsers. */
const isSandboxed = ({ origin, url }: SaidBy): boolean => origin === 'null' && /^https?:/.test(url ?? '');
