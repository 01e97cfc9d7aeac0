import type { PersonRef } from '../domain/fit.ts';
import type { Fit } from './for-page.ts';
import { PRIVATE } from './rows.ts';

/** One lesson may be chance; two that fit the same page, or one that stands out, tell that somebody knows. */
const EVIDENCE = 2;
const MOST = 3;
const WORDS = 3;

/**
 * Colleagues who know about a page: who shared lessons or answers that fit it. Only what they shared tells it, nothing is
 * stored, and it is worked out anew for each page by the one who looks. They stand in the order of what fits best,
 * without a number: it is no ranking of people.
 */
export function peopleWhoKnow(fits: Fit[]): PersonRef[] {
  const byAuthor = new Map<string, Fit[]>();
  for (const fit of fits) {
    const { record } = fit;
    if (record.isMine || record.team === PRIVATE || (record.kind !== 'lesson' && record.kind !== 'answer')) continue;
    const key = `${record.team} ${record.author}`;
    byAuthor.set(key, [...(byAuthor.get(key) ?? []), fit]);
  }
  return [...byAuthor.values()]
    .filter((shared) => shared.length >= EVIDENCE || shared.some(({ isStrong }) => isStrong))
    .slice(0, MOST)
    .flatMap((shared) => {
      const record = shared[0]?.record;
      if (!record) return [];
      const because = [...new Set(shared.flatMap((fit) => fit.because.slice(0, 2)))].slice(0, WORDS);
      const from = shared.map((fit): [string, string] => [fit.record.team, fit.record.id]);
      return [{ team: record.team, author: record.author, because, from }];
    });
}
