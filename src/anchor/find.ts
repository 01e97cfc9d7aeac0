import { findChains } from './chain.ts';
import { gramsOf } from './grams.ts';
import { judge, type Place } from './judge.ts';
import { lay } from './lay.ts';
import type { Page } from './page.ts';
import type { Quote } from './quote.ts';
import { findRuns } from './runs.ts';
import type { Sliced } from './slices.ts';

/** A text of so many letters that stands on the page once, word for word with its context, needs no second look. */
const CERTAIN = 56;
/** Of the places that say the very same, so many are looked at, the nearest: those that share context are found by it. */
const LOOKED_AT = 6;

/** Finds where a quote stands on a page: the place for which most speaks. */
export function* find(page: Page, quote: Quote): Sliced<Place> {
  const { ink } = page;
  const { exact, whole, first, last } = quote;
  const at = ink.indexOf(whole);
  let best: Place = { start: at + first, end: at + last, score: 0 };
  if (at >= 0 && whole.length >= CERTAIN && ink.indexOf(whole, at + 1) < 0) return best;
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
  return best;
}
