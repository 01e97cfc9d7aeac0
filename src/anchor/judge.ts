import type { AnchorReason } from '../domain/target.ts';
import { jumpPrice } from './chain.ts';
import { GRAM } from './grams.ts';
import { isBlockEdge, type Page, sectionAt } from './page.ts';
import type { Quote } from './quote.ts';
import type { Span } from './span.ts';

/** Where a quote may stand. */
export interface Place extends Span {
  /** What speaks for it, in letters that agree. */
  score: number;
  /** Why it is not the very quote: `text-edited` where it is the quote all the same. */
  reason?: AnchorReason;
}

/** The edge of a block, or a section of a given name, is one place in about fifty: as rare as so many letters in a row. */
const RARE = 6;
/** A move of this much is none. Each doubling costs a letter, so that of two places that are alike the nearer is taken. */
const NEAR = 64;

/** Letters of agreement that a place needs: half of one side's context, for the very same words beside what they stood by. */
export const ENOUGH = 28;
/** For words that were edited, or that have lost both their neighbours. */
const FOR_CHANGED = 48;
/** This much different, words are wholly edited; less asks for less. */
const WHOLLY = 0.25;
/** Of a quote so much must be kept, and of the quote and its place together so much be the same. */
const KEPT = 1 / 3;
const SAME = 0.45;

/** Reads a map (where each unit of the quote and its context stands) as a place. */
export function judge(page: Page, { first, last, exact, opens, closes, at, section }: Quote, map: Int32Array): Place {
  const isStart = (place: number): boolean => opens && isBlockEdge(page, place);
  const isEnd = (place: number): boolean => closes && isBlockEdge(page, place);
  const start = findEdge(map, first, last, 1, isStart);
  const end = findEdge(map, last - 1, first - 1, -1, (place) => isEnd(place + 1)) + 1;
  const edges = Number(isStart(start)) + Number(isEnd(end));
  const isHome = Number(section === sectionAt(page, start));
  const score = sumUp(map) + RARE * (edges + isHome) - Math.log2(1 + Math.abs(start - at || 0) / NEAR);
  const isExact = end - start === exact.length && page.ink.startsWith(exact, start);
  const isHeld = edges || map[first - 1] === start - 1 || map[last] === end;
  const place = { start, end, score };
  if (isExact && exact.length >= ENOUGH) return place;
  const kept = map.subarray(first, last).filter((one) => one >= 0).length;
  const same = (2 * kept) / (exact.length + end - start);
  const enough = isHeld ? ENOUGH + (FOR_CHANGED - ENOUGH) * Math.min(1, (1 - same) / WHOLLY) : FOR_CHANGED;
  if (score < enough || kept < exact.length * KEPT || same < SAME) return { ...place, reason: 'not-found' };
  return isExact ? place : { ...inWhole(page.ink, place), reason: 'text-edited' };
}

/** The second half of a pair of units, or what belongs to the letter or picture before it. */
const PART = /[\udc00-\udfff\p{M}\u200d]/u;

/** A place that neither begins nor ends inside of a character. */
function inWhole(ink: string, { start, end, score }: Place): Place {
  while (PART.test(ink.charAt(start))) start--;
  while (PART.test(ink.charAt(end))) end++;
  return { start, end, score };
}

/**
 * One end of the quote. Where its own outermost units are gone, its place follows from what is left of it and of the
 * context: at a block's edge if it had one, else all that stands between the two; but not much more than was lost.
 */
function findEdge(map: Int32Array, from: number, to: number, way: number, isBlock: (at: number) => boolean): number {
  let i = from;
  while (i !== to && (map[i] ?? -1) < 0) i += way;
  const outside = map[from - way] ?? -1;
  const inside = map[i] ?? -1;
  if (i === to) return outside + way;
  const likely = i === from ? 0 : 2 * Math.abs(i - from) + GRAM;
  for (let k = 0; k <= likely; k++) if (isBlock(inside - way * k)) return inside - way * k;
  return inside - way * (outside < 0 ? 0 : Math.min(likely, Math.abs(inside - outside) - 1));
}

/** Letters that are shared, less the price of every break. */
function sumUp(map: Int32Array): number {
  let sum = 0;
  let last = -1;
  let missed = 0;
  for (const at of map) {
    missed++;
    if (at < 0) continue;
    sum += 1 - (last < 0 ? 0 : jumpPrice(Math.max(missed, at - last) - 1));
    last = at;
    missed = 0;
  }
  return sum;
}
