import { normaliseUrl } from './url.ts';

/** What a page says of its own address. */
export interface PageAddress {
  /** As it was seen. */
  href: string;
  /** Its `rel=canonical` link, absolute. */
  canonical?: string | undefined;
  /** Its `rel=alternate hreflang` links. */
  alternates?: readonly string[];
}

/**
 * What a page goes by, its own address first: records are matched by any of them. A canonical link is a claim of the
 * page: it is followed only where it drops what does not matter, never where it names another page. So a page can lead
 * us to what was kept on its own variants at most.
 */
export function identitiesOf({ href, canonical, alternates = [] }: PageAddress): string[] {
  const own = normaliseUrl(href);
  const claimed = canonical ? normaliseUrl(canonical) : '';
  if (own === '' || claimed === '' || claimed === own) return own === '' ? [] : [own];
  const others = alternates.map(normaliseUrl).filter((one) => one !== own);
  return isHonest(new URL(own), new URL(claimed)) && !others.includes(claimed) ? [own, claimed] : [own];
}

/** Whether a canonical address is the same page as it was seen, by all that an address can tell. */
export function isHonest(own: URL, claimed: URL): boolean {
  if (!isSameHouse(own, claimed) || own.hash !== claimed.hash) return false;
  const [ownSteps, steps] = [stepsOf(own), stepsOf(claimed)];
  // The front page and pages above claim everything below them where a template is careless.
  if (steps.length === 0 || isAbove(steps, ownSteps)) return false;
  if (languageOf(own, ownSteps) !== languageOf(claimed, steps)) return false;
  if (pageNumber(own, ownSteps) !== pageNumber(claimed, steps)) return false;
  return isSameThing(own, ownSteps, steps) && dropsNothingTelling(own, claimed, ownSteps, steps);
}

/** Same host, or the host a mobile or accelerated variant belongs to. */
function isSameHouse(own: URL, claimed: URL): boolean {
  const bare = ({ host }: URL): string => host.replace(/^(?:www|m|mobile|amp|touch)\./, '');
  return own.protocol === claimed.protocol && bare(own) === bare(claimed);
}

/** Steps that name a way of showing a page rather than the page. */
const VIEW = /^(?:amp|print|printable|mobile|m)$/i;

const stepsOf = ({ pathname }: URL): string[] =>
  pathname
    .split('/')
    .filter((step) => step !== '' && !VIEW.test(step))
    .map((step) => step.replace(/\.(?:amp\.)?(?:html?|php|aspx?)$/i, ''));

const isAbove = (steps: string[], below: string[]): boolean =>
  steps.length < below.length && steps.every((step, i) => step === below[i]);

/**
 * The last step is the page's name, if the way there is the same but for steps that one of them leaves out: `/@ann/intro` and
 * `/@bob/intro` are two. Where it was renamed, the numbers and codes of both still name it.
 */
function isSameThing(own: URL, ownSteps: string[], steps: string[]): boolean {
  if (ownSteps.at(-1) === steps.at(-1) && isSameWay(ownSteps.filter(isPlace), steps.filter(isPlace))) return true;
  const inPath = ownSteps.flatMap(codesIn);
  const known = new Set([...inPath, ...[...own.searchParams.values()].flatMap(codesIn)]);
  const theirs = steps.flatMap(codesIn);
  return theirs.length > 0 && theirs.every((code) => known.has(code)) && inPath.every((code) => theirs.includes(code));
}

/** Steps that name an edition of what follows. */
const EDITION = /^(?:v?\d+(?:\.\w+)*|latest|stable|current|next|main|master)$/i;
const isPlace = (step: string): boolean => !EDITION.test(step);

const isSameWay = (a: string[], b: string[]): boolean => isWithin(a, b) || isWithin(b, a);

/** Whether all steps of one way are steps of another, in the same order. */
function isWithin(steps: string[], way: string[]): boolean {
  let from = 0;
  for (const step of steps) {
    from = way.indexOf(step, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

/** `12345-how-it-works` has 12345, `B08N5WRWNW` is one: digits that are no year, and mixed capitals and digits. */
const codesIn = (step: string): string[] =>
  (step.match(/(?<![\da-z])(?:\d{3,}|(?=[A-Z\d]*\d)(?=[A-Z\d]*[A-Z])[A-Z\d]{6,})(?![\da-z])/g) ?? []).filter(
    (code) => !/^(?:19|20)\d\d$/.test(code),
  );

const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i;
const LANGUAGE_PARAMETER = /^(?:lang|language|locale|hl|l10n)$/i;

function languageOf(url: URL, steps: string[]): string {
  for (const [name, value] of url.searchParams) if (LANGUAGE_PARAMETER.test(name)) return value.toLowerCase();
  return (
    steps
      .slice(0, 2)
      .find((step) => LANGUAGE.test(step))
      ?.toLowerCase() ?? ''
  );
}

const PAGE_PARAMETER = /^(?:p|page|paged|pg|start|offset|from|seite)$/i;

/** Where in a series of pages; the first is often not numbered. */
function pageNumber(url: URL, steps: string[]): string {
  for (const [name, value] of url.searchParams) if (PAGE_PARAMETER.test(name) && /^\d+$/.test(value)) return value;
  const at = steps.findIndex((step) => /^(?:page|seite)$/i.test(step));
  const inStep = steps.at(-1)?.match(/^(?:page|seite|p)-?(\d+)$/i)?.[1];
  return (at >= 0 ? steps[at + 1] : undefined) ?? inStep ?? '';
}

/** Parameters that say what a page shows on most sites that have them. */
const TELLING =
  /^(?:v|q|query|s|search|k|id|ids|\w*_?id|title|article|story|post|entry|page|doc|document|key|slug|issue|ticket|project|space|question|course|lesson|event|item|product|sku|topic|thread|t|f|tag|cat|category|version|ver|rev|revision|oldid|diff|date|year|month|day|tab|section|chapter|name|user|file|path)$/i;

/** Where the paths are the same, what tells the pages apart can only be a parameter; those that tell may not be dropped. */
function dropsNothingTelling(own: URL, claimed: URL, ownSteps: string[], steps: string[]): boolean {
  const kept = new Set([...claimed.searchParams].map(([name, value]) => `${name}=${value}`));
  const seen = new Set([...own.searchParams].map(([name, value]) => `${name}=${value}`));
  const isRenamed = ownSteps.join('/') !== steps.join('/');
  for (const one of kept) if (!seen.has(one) && !isRenamed) return false;
  for (const [name, value] of own.searchParams) {
    if (kept.has(`${name}=${value}`)) continue;
    const isInPath = steps.some((step) => step === value || codesIn(step).includes(value));
    if (TELLING.test(name) && !isInPath) return false;
  }
  return true;
}
