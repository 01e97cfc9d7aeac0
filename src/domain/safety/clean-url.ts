import type { CleanedUrl } from './finding.ts';
import { isPrivateHost, isWebhook } from './host.ts';
import { isSecretParam, isTracking, looksLikeToken } from './url-params.ts';

/** A path that logs in whoever opens it: a word for it, then a long random part. */
const LOGIN_STEP =
  /^(?:magic(?:[-_]?(?:link|login))?|login|signin|sign-in|auth|sso|verify|confirm|activate|activation|reset(?:[-_]?password)?|password[-_]?reset|invite|invitation|join|accept|unsubscribe|one-?time|otp|token|session|share[-_]?link)$/i;
/** An invite of ours: whoever has the address joins in somebody's place. */
const INVITE = /^#sli_[\w-]{20,}$/;
const PATH_SESSION = /;(?:jsessionid|phpsessid|sid|cfid|cftoken)=[^/;]*/gi;

const blocked: CleanedUrl = { url: '', action: 'block', anyway: '' };

/**
 * The address as colleagues should get it. `strip`: logins, secrets and tracking were taken out; `warn`: perhaps
 * nothing for others (a private network, a link that logs in); `block`: not to be shared at all
 * (no page of the web, or an address that is itself a key). An address that needs nothing comes back letter for letter.
 */
export function cleanUrl(text: string): CleanedUrl {
  if (!URL.canParse(text)) return blocked;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || isWebhook(url)) return blocked;
  // Text with line ends or tabs in it reads as an address, but is none to hand on as it stands.
  const cleaned = strip(url) || /\s/.test(text);
  const shared = cleaned ? url.href : text;
  if (isForOneOnly(url)) return { url: '', action: 'warn', anyway: shared };
  return { url: shared, action: cleaned ? 'strip' : 'keep', anyway: shared };
}

/** Takes out of the address what should not travel; whether there was any. */
function strip(url: URL): boolean {
  const before = [url.username, url.password, url.pathname, url.search, url.hash].join('\n');
  url.username = '';
  url.password = '';
  url.pathname = url.pathname.replace(PATH_SESSION, '');
  url.search = stripParams(url.search.slice(1), url.hostname);
  url.hash = stripFragment(url.hash.slice(1), url.hostname);
  return before !== [url.username, url.password, url.pathname, url.search, url.hash].join('\n');
}

/** `a=1&b=2` without what should not travel, the rest as it was written. */
function stripParams(query: string, host: string): string {
  const params = query.split('&').map((written) => ({ written, ...readParam(written) }));
  const names = params.map(({ name }) => name);
  const kept = params.filter(({ name, value }) => !isTracking(name, host) && !isSecretParam(name, value, names));
  return kept.map(({ written, value }) => (holdsDirtyUrl(value) ? cleanParam(written) : written)).join('&');
}

function readParam(written: string): { name: string; value: string } {
  const cut = written.indexOf('=');
  return {
    name: decode(cut < 0 ? written : written.slice(0, cut)),
    value: cut < 0 ? '' : decode(written.slice(cut + 1)),
  };
}

/** A heading, a text fragment or a route stays; parameters in it are stripped like those of the query. */
function stripFragment(fragment: string, host: string): string {
  if (fragment.startsWith(':~:')) return fragment;
  const cut = fragment.indexOf('?');
  if (cut >= 0) {
    const params = stripParams(fragment.slice(cut + 1), host);
    return fragment.slice(0, cut) + (params && '?') + params;
  }
  return /=/.test(fragment) ? stripParams(fragment, host) : fragment;
}

/** An address inside an address (`?next=https://…`) would carry out what the outer one leaves behind. */
const holdsDirtyUrl = (value: string): boolean =>
  /^https?:\/\//i.test(value) && value.length < 4000 && cleanUrl(value).action === 'strip';

function cleanParam(written: string): string {
  const { value } = readParam(written);
  return `${written.slice(0, written.indexOf('='))}=${encodeURIComponent(cleanUrl(value).anyway)}`;
}

function isForOneOnly(url: URL): boolean {
  const steps = url.pathname.split('/');
  const logsIn = steps.some((step, place) => LOGIN_STEP.test(step) && looksLikeToken(steps[place + 1] ?? ''));
  return logsIn || INVITE.test(url.hash) || isPrivateHost(url.hostname);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
