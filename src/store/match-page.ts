import type { FitRef, PersonRef } from '../domain/fit.ts';
import type { Db } from './db.ts';
import { type Fit, forPage, type Page } from './for-page.ts';
import { peopleWhoKnow } from './people.ts';
import { budget, taught } from './suggestions.ts';
import { isKeptOut } from './taught.ts';

/** What fits a page, after what its reader taught us. */
export interface Matched {
  fits: FitRef[];
  people: PersonRef[];
  most: number;
}

/** So many are worth a "more". */
const FITS_MOST = 12;
/** So many are looked at for who knows. */
const LOOKED_AT = 40;

/** Matches a page with everything that is stored here. `pages` are what it goes by. */
export async function matchPage(db: Db, page: Page, pages: readonly string[], now: number): Promise<Matched> {
  const [found, lessons, { most }] = await Promise.all([
    forPage(db, page, { limit: LOOKED_AT, pages, now }),
    taught(db),
    budget(db, () => now),
  ]);
  const placed = found.filter(({ record }) => record.kind === 'lesson' || record.kind === 'question');
  const fits = placed.map(toRef).filter((fit) => !isKeptOut(lessons, fit));
  return { fits: fits.slice(0, FITS_MOST), people: peopleWhoKnow(found), most };
}

const toRef = ({ record, isStrong, isSameSite, because }: Fit): FitRef => ({
  team: record.team,
  id: record.id,
  isStrong,
  isSameSite,
  because,
});
