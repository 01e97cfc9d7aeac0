import { findChains } from './chain.ts';
import { gramsOf } from './grams.ts';
import { ENOUGH, judge, type Place } from './judge.ts';
import { lay } from './lay.ts';
import type { Page } from './page.ts';
import type { Quote } from './quote.ts';
import { findRuns } from './runs.ts';
import type { Sliced } from './slices.ts';

/** Of the places that say the very same, so many are looked at, the nearest: those that share context are found by it. */
const LOOKED_AT = 6;

/** Finds where a quote stands on a page: the place for which most speaks. */
export function* find(page: Page, quote: Quote): Sliced<Place> {
  const { ink } = page;
  const { exact, whole, first, last } = quote;
  // Words that are evidence by themselves, or else with their context, and stand there once, need no second look.
  const sure = exact.length < ENOUGH ? whole : exact;
  const at = ink.indexOf(sure);
  const start = at + (sure === exact ? 0 : first);
  let best: Place = { start, end: start + exact.length, score: 0 };
  const isTelling = sure.length >= ENOUGH || sure !== exact || sure === ink;
  if (at >= 0 && isTelling && ink.indexOf(sure, at + 1) < 0) return best;
  const grams = yield* gramsOf(page);
  const chains = findChains(findRuns(grams, ink, whole), [first, last]);
  const places: number[] = [];
  for (let j = ink.indexOf(exact); j >= 0; j = ink.indexOf(exact, j + 1)) places.push(j);
  const distance = (j: number): number => Math.abs(j - quote.at || 0);
  places.sort((a, b) => distance(a) - distance(b));
  for (const j of places.slice(0, LOOKED_AT)) chains.push([{ i: first, j, length: exact.length }]);
  best.reason = 'not-found';
  for (const chain of chains) {
    const place = judge(page, quote, lay(ink, whole, chain));
    if (place.end > place.start && place.score > best.score) best = place;
  }
  // The very words stand somewhere, but not where they stood.
  return best.reason === 'not-found' && places.length ? { ...best, reason: 'no-context' } : best;
}
