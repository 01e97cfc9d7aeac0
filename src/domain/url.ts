import { isPassing, isTracking } from './safety/url-params.ts';
import { isWebUrl } from './site.ts';
import { isOtherTracking } from './tracking.ts';

export { isWebUrl, siteOf } from './site.ts';

/**
 * The identity of a page, for matching only (what a person goes back to is the address as it was seen). Two addresses
 * that show one page get one identity: without credentials, tracking parameters, default port, `www.` and mobile host
 * names, `index.html`, a slash at the end, a fragment that is no route; parameters in one order, percent-encoding in one
 * form, http at its default port as https. '' for what is no page of the web. Idempotent.
 */
export function normaliseUrl(text: string): string {
  if (!isWebUrl(text)) return '';
  const url = new URL(text);
  url.pathname = url.pathname.replace(SESSION_IN_PATH, '');
  const path = normalisePath(url.pathname);
  const rest = `${path}${normaliseQuery(url)}${normaliseRoute(url.hash)}`;
  if (url.protocol === 'file:') return `file://${url.host}${rest}`;
  const host = normaliseHost(url.hostname);
  if (host === '') return '';
  return url.port === '' ? `https://${host}${rest}` : `${url.protocol}//${host}:${url.port}${rest}`;
}

/** Where servers without cookies put who is asking: `;jsessionid=1f…`, ASP.NET's `/(S(lit3py…))`. */
const SESSION_IN_PATH = /;(?:jsessionid|phpsessid|sessionid|sid)=[^/;]*|\/\((?:[ASF]\([\w-]{8,}\))+\)/gi;

/**
 * What an address may speak for: its origin. Of files each speaks for itself alone, though a browser may give all of them
 * one origin. '' for what is no address.
 */
export function originOf(text: string): string {
  if (!URL.canParse(text)) return '';
  const { protocol, host, pathname, origin } = new URL(text);
  return protocol === 'file:' ? `file://${host}${pathname}` : origin;
}

/** `www.a.example`, `m.a.example`, `en.m.a.example` and `a.example.` are the same house; '' for what is no host (`a..b`). */
function normaliseHost(host: string): string {
  const labels = host.replace(/\.$/, '').split('.');
  if (labels.includes('')) return '';
  const isName = !/^\d+$/.test(labels.at(-1) ?? '');
  while (isName && labels.length > 2 && /^(?:www|m|mobile|touch|amp)$/.test(labels[0] ?? '')) labels.shift();
  while (isName && labels.length > 3 && labels[1] === 'm') labels.splice(1, 1);
  return labels.join('.');
}

const normalisePath = (path: string): string => normaliseEncoding(path).replace(/(?<!\/)(\/(index\.html?)?)+$/i, '');

/** Parameters are handled as text, for one that is not UTF-8 must not turn into another. */
function normaliseQuery({ search, hostname }: URL): string {
  const pairs = search
    .slice(1)
    .split('&')
    .map((pair) => normaliseEncoding(pair.replaceAll('+', '%20')))
    .map((pair) => (pair.endsWith('=') && pair.indexOf('=') === pair.length - 1 ? pair.slice(0, -1) : pair));
  const names = pairs.map(nameOf);
  const kept = pairs.filter((pair) => pair !== '' && !saysNothing(pair, names, hostname));
  if (kept.length === 0) return '';
  return `?${kept.sort((a, b) => compareText(nameOf(a), nameOf(b))).join('&')}`;
}

/** Where somebody came from, and what opens the page for one person alone: the page is the same without. */
function saysNothing(pair: string, names: string[], host: string): boolean {
  const name = nameOf(pair);
  const value = pair.slice(name.length + 1);
  return isOtherTracking(name) || isTracking(name, host) || (value !== '' && isPassing(name, value, names));
}

const nameOf = (pair: string): string => pair.split('=', 1)[0] ?? '';
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What single-page applications put behind `#/` or `#!`; headings and text fragments are places on a page, not pages. */
function normaliseRoute(hash: string): string {
  const route = normaliseEncoding(hash.split(':~:')[0] ?? '');
  if (!/^#(\/|!)/.test(route)) return '';
  const trimmed = route.replace(/(?<=.)#.*$/, '').replace(/\/+$/, '');
  return /^#!?$/.test(trimmed) ? '' : trimmed;
}

const UNRESERVED = /[\w.~-]/;

/** RFC 3986 §6.2.2: unreserved characters stand plain, other escapes in capitals; a `%` that escapes nothing is left alone. */
const normaliseEncoding = (text: string): string =>
  text.replace(/(?<!%[\da-f]?)%([\da-f]{2})/gi, (escaped, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return UNRESERVED.test(character) ? character : escaped.toUpperCase();
  });
