import type { FitRef } from '../domain/fit.ts';
import { normaliseUrl, siteOf } from '../domain/url.ts';
import { type ForPageOptions, findForPage } from '../search/page/for-page.ts';
import type { Page } from '../search/page/page-query.ts';
import { askIndex, reachBack } from './ask-index.ts';
import { favours } from './favour.ts';
import { openIndex } from './index-parts.ts';
import { loadNumbers } from './load-numbers.ts';
import type { Shown } from './read.ts';
import type { Reading } from './reading.ts';
import { verbatim } from './verbatim.ts';

/** A record from elsewhere that fits the page in view. */
export interface Fit extends Omit<FitRef, 'team' | 'id'> {
  record: Shown;
}

export type { Page };

interface Fits {
  fits: Fit[];
  /** The index is being made anew, and not all that stands here could be matched: asked again later, older records may be there. */
  isPartial?: true;
}

interface ForPageAsked {
  limit: number;
  /** How long the answer may wait for records that the index cannot tell of, while it is being made anew. */
  patienceMs?: number;
  /** What else the page goes by, beside its address: what stands on it is left out. */
  pages?: readonly string[];
  now?: number;
}

/** What is not there by then comes with the next answer. */
const PATIENCE_MS = 50;

/**
 * What was kept, asked and answered elsewhere that fits what a page is about, best first; what fits too little is left
 * out. The page is only read here: nothing of it is stored or sent.
 */
export async function forPage(
  db: Reading,
  page: Page,
  { limit, patienceMs = PATIENCE_MS, pages = [], now = Date.now() }: ForPageAsked,
): Promise<Fits> {
  const site = siteOf(page.url);
  const here = new Set([normaliseUrl(page.url), ...pages].filter((one) => one !== ''));
  const options: ForPageOptions<Shown> = {
    limit,
    site,
    load: (numbers) => loadNumbers(db, numbers),
    keeps: (record) => record.page === '' || !here.has(record.page),
    favour: (records) => favours(db, records, page.url, now),
  };
  const { answer, isPartial } = await askIndex(db, patienceMs, (index) => findForPage(index, page, options));
  const fits = answer.map(({ item, grade, because }) => ({
    record: item,
    isStrong: grade === 'strong',
    isSameSite: site !== '' && item.site === site,
    because: verbatim(item, because),
  }));
  return { fits, ...(isPartial ? { isPartial } : {}) };
}

/** Brings into memory what any page is matched with, while it is still being read. Where that fails, matching says so. */
export async function prepareForPage(db: Reading): Promise<void> {
  try {
    const { parts } = await openIndex(db, () => {});
    await Promise.all([...parts.map((part) => part.count([])), reachBack(db, 0)]);
  } catch {}
}
