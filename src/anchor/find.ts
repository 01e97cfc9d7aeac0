import type { AnchorReason } from '../domain/target.ts';
import { findChains } from './chain.ts';
import { gramsOf } from './grams.ts';
import { lay, layAround } from './lay.ts';
import { measure, type Place } from './measure.ts';
import type { Page } from './page.ts';
import type { Quote } from './quote.ts';
import { findRuns } from './runs.ts';
import type { Sliced } from './slices.ts';
import type { Span } from './span.ts';

export type Found =
  | { state: 'anchored'; span: Span }
  | { state: 'changed'; span: Span; reason: AnchorReason }
  | { state: 'orphaned'; reason: AnchorReason };

/** Letters of agreement that a place needs: half of one side's context, for the very same words next to what they stood by. */
const ENOUGH = 28;
/** For words that were edited. */
const FOR_CHANGED = 48;
/** For a place of which nothing beside it was kept. */
const FOR_LOOSE = 56;

/** Finds a quote on a page. */
export function* find(page: Page, quote: Quote): Sliced<Found> {
  const { ink } = page;
  const { prefix, exact, suffix } = quote;
  const wanted = prefix + exact + suffix;
  const at = ink.indexOf(wanted);
  if (at >= 0 && wanted.length >= FOR_LOOSE && ink.indexOf(wanted, at + 1) < 0) {
    const start = at + prefix.length;
    return { state: 'anchored', span: { start, end: start + exact.length } };
  }
  const grams = yield* gramsOf(page);
  const maps = findChains(findRuns(grams, ink, wanted), [prefix.length, prefix.length + exact.length]).map((chain) =>
    lay(ink, wanted, chain.runs),
  );
  for (const place of findExact(ink, quote)) maps.push(layAround(ink, quote, place));
  const places = maps.flatMap((map) => measure(page, quote, map, grams.size) ?? []);
  const best = places.reduce<Place | null>((a, b) => (a && a.score >= b.score ? a : b), null);
  return best ? judge(best, quote) : { state: 'orphaned', reason: 'not-found' };
}

/** So many places of the very same words are looked at, those whose context agrees longest. */
const LOOKED_AT = 6;

function findExact(ink: string, { prefix, exact, suffix }: Quote): number[] {
  const places: { at: number; agrees: number }[] = [];
  for (let at = ink.indexOf(exact); at >= 0; at = ink.indexOf(exact, at + 1)) {
    let before = 0;
    while (before < prefix.length && prefix.charCodeAt(prefix.length - 1 - before) === ink.charCodeAt(at - 1 - before))
      before++;
    let after = 0;
    const end = at + exact.length;
    while (after < suffix.length && suffix.charCodeAt(after) === ink.charCodeAt(end + after)) after++;
    places.push({ at, agrees: before + after });
  }
  return places
    .sort((a, b) => b.agrees - a.agrees)
    .slice(0, LOOKED_AT)
    .map(({ at }) => at);
}

function judge(place: Place, quote: Quote): Found {
  const { start, end, isExact, isHeld, score, before, after } = place;
  const span = { start, end };
  const enough = isHeld ? (isExact ? ENOUGH : FOR_CHANGED) : FOR_LOOSE;
  if (isExact && (quote.exact.length >= ENOUGH || score >= enough)) return { state: 'anchored', span };
  if (score < enough) return { state: 'orphaned', reason: isExact ? 'no-context' : 'not-found' };
  // Half of what both say must be the same; and of the quote a third, or less where it is held on both sides.
  const least = Math.min(before, after) >= 0.75 ? 0.3 : 0.375;
  if (isExact || place.same < 0.45 || place.kept < least) return { state: 'orphaned', reason: 'not-found' };
  return { state: 'changed', span, reason: 'text-edited' };
}
