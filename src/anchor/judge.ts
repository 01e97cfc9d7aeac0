import type { AnchorReason } from '../domain/target.ts';
import type { Laid } from './lay.ts';
import { isBlockEdge, nthAt, type Page, sectionAt } from './page.ts';
import type { Quote } from './quote.ts';
import type { Sliced } from './slices.ts';
import type { Span } from './span.ts';
import { AMPLE, ENOUGH, FOR_CHANGED, jumpPrice, KEPT, NEAR, RARE, WHOLLY } from './weights.ts';

/** Where a quote stands. */
export interface Found extends Span {
  /** Why it is not the very quote, if it is not. */
  reason?: AnchorReason | null | undefined;
}

/** Where a quote may stand. */
export interface Place extends Found {
  /** What speaks for it beyond what a place needs, in letters that agree; less than nothing: it is not there. */
  score: number;
}

/** Reads a map (where each unit of the quote and its context stands) as a place. */
export function* judge(page: Page, quote: Quote, map: Laid): Sliced<Place> {
  const ink = page.ink;
  const { section, closes, first, exact, last, opens } = quote;
  let start = findEdge(page, map, first, last, 1, opens);
  let end = findEdge(page, map, last - 1, first - 1, -1, closes) + 1;
  // A letter that ends the quote and begins what follows may have been laid with that: so a little beyond the end, too.
  const inside = ink.slice(start, Math.max(end, start + exact.length)).indexOf(exact);
  if (inside >= 0) {
    start += inside;
    end = start + exact.length;
  } else {
    while (PART.test(ink.charAt(start))) start--;
    while (PART.test(ink.charAt(end))) end++;
  }
  const edges = +(opens && isBlockEdge(page, start)) + +(closes && isBlockEdge(page, end));
  const isHeld = edges || map[first - 1] === start - 1 || map[last] === end;
  const held = map.slice(first, last).flat();
  const kept = held.length;
  const same = (2 * kept) / (end - start + exact.length);
  const score =
    sumUp(map) +
    RARE * (edges + +(section === sectionAt(page, start))) -
    Math.log2(1 + Math.abs(start - quote.at || 0) / NEAR) -
    (isHeld ? ENOUGH + (FOR_CHANGED - ENOUGH) * Math.min(1, (1 - same) / WHOLLY) : 2 * ENOUGH);
  const isKept = Math.min(kept / exact.length, same) >= KEPT;
  // It stands where the page says the same as often before it as it did.
  const isCounted = isKept && score > 0 && quote.nth === nthAt(page, start, end);
  // With neither of its neighbours, that is asked for: words that were put in a sentence of their own are new ones.
  // But where no section is named it was described elsewhere, or by its words alone, and nobody has counted.
  const reason = isKept && (isHeld || !section || isCounted) ? (inside < 0 ? 'text-edited' : null) : 'not-found';
  if (reason === 'text-edited' && quote.isOne) {
    // It does not reach into another block for a few of its words.
    for (let edge = start + 1; edge < end; edge++) {
      if (isBlockEdge(page, edge)) {
        yield;
        const before = held.filter((one) => one < edge).length / kept;
        if (before < WHOLLY) start = edge;
        if (1 - before < WHOLLY) end = edge;
      }
    }
  }
  return {
    start,
    end,
    score: Math.min(score, (3 * AMPLE + score) / 4) + (isCounted && section ? 2 * RARE : 0),
    reason,
  };
}

/** The second half of a pair of units, or what belongs to the letter or picture before it: no place begins or ends there. */
const PART = /[\udc00-\udfff\p{M}]/u;

/**
 * One end of the quote: its outermost unit. Where that is gone, its place follows from what is left of it and of the
 * context: all that stands between the two, but no more than thrice what was lost, and not beyond the edge of a block,
 * which is also where it began if it began a block.
 */
function findEdge(page: Page, map: Laid, from: number, to: number, way: number, wasBlock: boolean): number {
  let i = from;
  while (i !== to && map[i] === undefined) i += way;
  const inside = map[i];
  if (inside === undefined) return 0; // Nothing of it is there.
  // What agrees in fewer than RUN letters is not laid, so one of the context may be missing beside it.
  const outside = map[from - way] ?? (map[from - 2 * way] ?? inside) + way;
  const likely = Math.abs(i - from) * 3;
  const between = Math.max(0, Math.min(likely, way * (inside - outside) - 1));
  for (let k = 0; k <= (wasBlock ? likely : between); k++) {
    if (isBlockEdge(page, inside - way * k + +(way < 0))) return inside - way * k;
  }
  return inside - way * between;
}

/** Letters that are shared, less the price of every break. */
function sumUp(map: Laid): number {
  let sum = 0;
  let last = -1;
  let missed = 0;
  for (const at of map) {
    missed++;
    if (at === undefined) continue;
    sum += 1 - (last < 0 ? 0 : jumpPrice(Math.max(missed, at - last) - 1));
    last = at;
    missed = 0;
  }
  return sum;
}
