import { normaliseUrl, siteOf } from '../domain/url.ts';
import { findForPage } from '../search/for-page.ts';
import type { Page } from '../search/page-query.ts';
import { openIndex } from './index-parts.ts';
import { loadNumbers } from './load-numbers.ts';
import type { Shown } from './read.ts';
import type { Reading } from './reading.ts';

/** A record from elsewhere that fits the page in view. */
export interface Fit {
  record: Shown;
  /** Worth counting on the icon; others are worth a look. */
  isStrong: boolean;
  isSameSite: boolean;
  /** Words they share, as the record has them, folded; those that say most first. */
  because: string[];
}

export type { Page };

/** From so much fit on, something is shown, and counted; measured on pages with and without anything that fits (search/why.md). */
const SHOWN = 0.4;
const STRONG = 0.8;
/** Some of what is found stands on this very page, or fits too little. */
const SPARE = 20;

/**
 * What was kept, asked and answered elsewhere that fits what a page is about, best first. The page is only read here:
 * nothing of it is stored or sent.
 */
export async function forPage(db: Reading, page: Page, { limit }: { limit: number }): Promise<Fit[]> {
  const index = await openIndex(db, () => {});
  const here = normaliseUrl(page.url);
  const site = siteOf(page.url);
  const found = await findForPage(index, page, {
    limit: limit + SPARE,
    load: (numbers) => loadNumbers(db, numbers),
  });
  const fits = found.filter(({ item, fit }) => fit >= SHOWN && (item.page === '' || item.page !== here));
  return fits.slice(0, limit).map(({ item, fit, because }) => ({
    record: item,
    isStrong: fit >= STRONG,
    isSameSite: site !== '' && item.site === site,
    because,
  }));
}
