import type { AnchorReason } from '../domain/target.ts';
import { findChains } from './chain.ts';
import { placesOn } from './grams.ts';
import { type Found, judge, type Place } from './judge.ts';
import { lay } from './lay.ts';
import { isBlockEdge, onceAt, type Page } from './page.ts';
import type { Quote } from './quote.ts';
import { findRuns } from './runs.ts';
import type { Sliced } from './slices.ts';
import { ENOUGH, LEAD, RARE } from './weights.ts';

/**
 * Finds where a quote stands on a page: the place for which most speaks.
 *
 *     the quote with its context ──┬─ where it stood, or it, or its line, is there but once ──▶ there
 *                                  │
 *                                  └─ grams → runs of shared text → chains of runs in order
 *                                                               └─ lay ─ judge ─▶ the best, if it leads
 *
 * `lay` says of each unit of the quote and its context where it stands now; `judge` reads from that where the quote
 * begins and ends, adds up what speaks for it in letters that agree, and holds it against what a place needs.
 */
export function* find(page: Page, quote: Quote): Sliced<Found> {
  const ink = page.ink;
  const { at, whole, gone, first, exact } = quote;
  const placeAt = (start: number, reason?: AnchorReason): Found => ({
    start,
    end: start + exact.length,
    reason,
  });
  if (!exact) return placeAt(0, 'no-selector');
  if (whole.length >= ENOUGH || whole === ink) {
    if (at >= first && ink.startsWith(whole, at - first)) return placeAt(at);
    // What is evidence where it stands but once needs no second look. A few letters are a line
    // only where a block ends with them, and fewer than that edge is worth say nothing: a new entry in a menu has them too.
    const [sure, before] = quote.sure;
    const start = onceAt(ink, sure);
    if (start + 1 && (sure.length >= ENOUGH || (sure.length >= RARE && isBlockEdge(page, start + sure.length))))
      return placeAt(start + before);
    yield;
  }
  const places: Place[] = [];
  for (const chain of findChains(yield* findRuns(yield* placesOn(page), ink, whole))) {
    yield;
    places.push(yield* judge(page, quote, lay(ink, whole, chain)));
  }
  yield;
  const [best, ...others] = places.sort((a, b) => b.score - a.score);
  // The very words may stand somewhere, but not where they stood.
  // Nor is it a row like it, where the lines that stood around it stand together now and did not then: then it was taken out.
  if (!best || best.score < 0 || (best.reason && !whole.includes(gone) && ink.includes(gone)))
    return placeAt(0, ink.includes(exact) ? 'no-context' : 'not-found');
  return others.some((one) => one.score > best.score - LEAD && (best.end <= one.start || one.end <= best.start))
    ? placeAt(0, 'ambiguous')
    : best;
}
