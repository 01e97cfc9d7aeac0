import type { FitRef, PersonRef } from '../domain/fit.ts';
import type { Db } from './db.ts';
import { type Fit, forPage, type Page } from './for-page.ts';
import { peopleWhoKnow } from './people.ts';
import { isPlaced } from './read.ts';
import { budget, taught } from './suggestions.ts';
import { isKeptOut } from './taught.ts';
import { unanswered } from './unanswered.ts';

/** What fits a page, after what its reader taught us. */
interface Matched {
  fits: FitRef[];
  people: PersonRef[];
  most: number;
  /** Older lessons may be missing while the index is made anew. */
  isPartial?: true;
}

/** So many are worth a "more". */
const FITS_MOST = 12;
/** So many are looked at for who knows. */
const LOOKED_AT = 40;

/** Matches a page with everything that is stored here. `pages` are what it goes by. */
export async function matchPage(db: Db, page: Page, pages: readonly string[], now: number): Promise<Matched> {
  const [{ fits: found, ...whole }, lessons, { most }] = await Promise.all([
    forPage(db, page, { limit: LOOKED_AT, pages, now }),
    taught(db),
    budget(db, () => now),
  ]);
  const allowed = found.filter((fit) => !isKeptOut(lessons, toRef(fit)));
  const wanted = allowed.filter(({ record }) => isPlaced(record)).slice(0, 2 * FITS_MOST);
  const waiting = await withoutAnswered(db, wanted);
  return { fits: waiting.slice(0, FITS_MOST).map(toRef), people: peopleWhoKnow(allowed), most, ...whole };
}

/** Questions are offered to whoever may answer them: what has an answer is not counted either. */
async function withoutAnswered(db: Db, fits: Fit[]): Promise<Fit[]> {
  const questions = fits.flatMap(({ record }) => (record.kind === 'question' ? [record] : []));
  const open = new Set((await unanswered(db, questions)).map(({ id }) => id));
  return fits.filter(({ record }) => record.kind !== 'question' || open.has(record.id));
}

const toRef = ({ record, isStrong, isSameSite, because }: Fit): FitRef => ({
  team: record.team,
  id: record.id,
  isStrong,
  isSameSite,
  because,
});
