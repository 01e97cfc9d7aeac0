import { findChains } from './chain.ts';
import { gramsOf } from './grams.ts';
import { ENOUGH, judge, type Place } from './judge.ts';
import { lay } from './lay.ts';
import type { Page } from './page.ts';
import type { Quote } from './quote.ts';
import { findRuns } from './runs.ts';
import type { Sliced } from './slices.ts';

/** Of the places that say the very same, so many each way are looked at: those that share context are found by it. */
const LOOKED_AT = 3;

/**
 * Finds where a quote stands on a page: the place for which most speaks.
 *
 *     the quote with its context ──┬─ long enough, or with its context, and there once ──────────────▶ there
 *                                  │
 *                                  ├─ grams → runs of shared text → chains of runs in order ──┐
 *                                  │                                                          ├─ lay ─ judge ─▶ best
 *                                  └─ the nearest places that say the very same ──────────────┘
 *
 * `lay` says of each unit of the quote and its context where it stands now; `judge` reads from that where the quote
 * begins and ends, adds up what speaks for it in letters that agree, and holds it against what a place needs.
 */
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
  const places = nearest(ink, exact, quote.at);
  for (const j of places) chains.push([{ i: first, j, length: exact.length }]);
  best.reason = 'not-found';
  for (const chain of chains) {
    const place = judge(page, quote, lay(ink, whole, chain));
    if (place.end > place.start && place.score > best.score) best = place;
  }
  // The very words stand somewhere, but not where they stood.
  return best.reason === 'not-found' && places.length ? { ...best, reason: 'no-context' } : best;
}

/** The nearest places that say the very same, after and before where it stood. */
function nearest(ink: string, exact: string, at: number): number[] {
  const places: number[] = [];
  let after = ink.indexOf(exact, at);
  let before = at > 0 ? ink.lastIndexOf(exact, at - 1) : -1;
  for (let n = 0; n < LOOKED_AT; n++) {
    if (after >= 0) places.push(after);
    if (before >= 0) places.push(before);
    after = after < 0 ? after : ink.indexOf(exact, after + 1);
    before = before > 0 ? ink.lastIndexOf(exact, before - 1) : -1;
  }
  return places;
}
