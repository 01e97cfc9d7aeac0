import { findChains } from './chain.ts';
import { placesOn } from './grams.ts';
import { judge, type Place } from './judge.ts';
import { lay } from './lay.ts';
import type { Page } from './page.ts';
import type { Quote } from './quote.ts';
import { findRuns } from './runs.ts';
import type { Sliced } from './slices.ts';
import { ENOUGH, LEAD } from './weights.ts';

/**
 * Finds where a quote stands on a page: the place for which most speaks.
 *
 *     the quote with its context ──┬─ where it stood, or long enough and there once ──────────▶ there
 *                                  │
 *                                  └─ grams → runs of shared text → chains of runs in order
 *                                                               └─ lay ─ judge ─▶ the best, if it leads
 *
 * `lay` says of each unit of the quote and its context where it stands now; `judge` reads from that where the quote
 * begins and ends, adds up what speaks for it in letters that agree, and holds it against what a place needs.
 */
export function* find(page: Page, quote: Quote): Sliced<Place> {
  const { ink } = page;
  const { first, exact, whole, at } = quote;
  const placeAt = (start: number, reason: Place['reason'] = null): Place => ({
    start,
    end: start + exact.length,
    score: 0,
    reason,
  });
  if (whole.length >= ENOUGH || whole === ink) {
    if (at >= first && ink.startsWith(whole, at - first)) return placeAt(at);
    // Words that are evidence by themselves, or else with their context, and stand there once, need no second look.
    const sure = exact.length < ENOUGH ? whole : exact;
    const only = ink.indexOf(sure);
    yield;
    if (only >= 0 && ink.indexOf(sure, only + 1) < 0) return placeAt(sure === whole ? only + first : only);
  }
  const places: Place[] = [];
  for (const chain of findChains(yield* findRuns(yield* placesOn(page), ink, whole))) {
    yield;
    places.push(yield* judge(page, quote, lay(ink, whole, chain)));
  }
  yield;
  const [best, ...others] = places.sort((a, b) => b.score - a.score);
  // The very words may stand somewhere, but not where they stood.
  if (!best || best.score < 0) return placeAt(0, ink.includes(exact) ? 'no-context' : 'not-found');
  return others.some(({ start, end, score }) => score > best.score - LEAD && (start >= best.end || end <= best.start))
    ? { ...best, reason: 'ambiguous' }
    : best;
}
