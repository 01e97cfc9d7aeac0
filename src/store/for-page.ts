import type { FitRef } from '../domain/fit.ts';
import { normaliseUrl, siteOf } from '../domain/url.ts';
import { type ForPage, type ForPageOptions, findForPage } from '../search/for-page.ts';
import type { Page } from '../search/page-query.ts';
import { favours } from './favour.ts';
import { knownIndex, openIndex } from './index-parts.ts';
import { loadNumbers } from './load-numbers.ts';
import type { Shown } from './read.ts';
import type { Reading } from './reading.ts';
import { verbatim } from './verbatim.ts';

/** A record from elsewhere that fits the page in view. */
export interface Fit extends Omit<FitRef, 'team' | 'id'> {
  record: Shown;
}

export type { Page };

interface ForPageAsked {
  limit: number;
  /** What else the page goes by, beside its address: what stands on it is left out. */
  pages?: readonly string[];
  now?: number;
}

/**
 * What was kept, asked and answered elsewhere that fits what a page is about, best first; what fits too little is left
 * out. The page is only read here: nothing of it is stored or sent.
 */
export async function forPage(
  db: Reading,
  page: Page,
  { limit, pages = [], now = Date.now() }: ForPageAsked,
): Promise<Fit[]> {
  const site = siteOf(page.url);
  const here = new Set([normaliseUrl(page.url), ...pages].filter((one) => one !== ''));
  const options: ForPageOptions<Shown> = {
    limit,
    site,
    load: (numbers) => loadNumbers(db, numbers),
    keeps: (record) => record.page === '' || !here.has(record.page),
    favour: (records) => favours(db, records, page.url, now),
  };
  const found = await findInIndex(db, page, options);
  return found.map(({ item, grade, because }) => ({
    record: item,
    isStrong: grade === 'strong',
    isSameSite: site !== '' && item.site === site,
    because: verbatim(item, because),
  }));
}

/** Brings into memory what any page is matched with, while it is still being read. Where that fails, matching says so. */
export async function prepareForPage(db: Reading): Promise<void> {
  try {
    const { parts } = await openIndex(db, () => {});
    await Promise.all(parts.map((part) => part.count([])));
  } catch {}
}

/** Goes by the index as it stood the last time, and only begins again where it stands otherwise now. */
async function findInIndex(db: Reading, page: Page, options: ForPageOptions<Shown>): Promise<ForPage<Shown>[]> {
  const known = knownIndex(db, () => {});
  if (known) {
    const [found, isStill] = await Promise.all([findForPage(known.index, page, options), known.isStill]);
    if (isStill) return found;
  }
  return findForPage(await openIndex(db, () => {}), page, options);
}
