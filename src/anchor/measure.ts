import { jumpPrice } from './chain.ts';
import { LETTERS } from './grams.ts';
import { gapAt, isParted, type Page, sectionAt } from './page.ts';
import type { Quote } from './quote.ts';
import type { Span } from './span.ts';

/** Where a passage may stand, and what speaks for it. */
export interface Place extends Span {
  /** Whether it says the very same, and no word runs across its ends that did not before. */
  isExact: boolean;
  /** Whether something next to it stands as it stood: context, or the edge of its block. */
  isHeld: boolean;
  /** Share of the quote that is kept, and of both texts that is the same: 1 for all, 0 for nothing. */
  kept: number;
  same: number;
  /** Share of the context that is kept before and after, the nearest counting most. */
  before: number;
  after: number;
  /** All that speaks for it, in letters. */
  score: number;
}

/** The edge of a block, or a section of a given name, is one place in about fifty: as rare as a run of this many letters. */
const RARE = 6;
/** A move of this much is none: a sentence came or went. */
const NEAR = 64;

/** Reads a map of where each unit stands as a place of the quote. */
export function measure(page: Page, quote: Quote, map: Int32Array, size: number): Place | null {
  const first = quote.prefix.length;
  const last = first + quote.exact.length;
  const isStart = (at: number): boolean => quote.opensBlock && gapAt(page, at) === '\n';
  const isEnd = (at: number): boolean => quote.closesBlock && gapAt(page, at) === '\n';
  const start = findEdge(map, first, last, 1, isStart);
  const end = findEdge(map, last - 1, first - 1, -1, (at) => isEnd(at + 1)) + 1;
  if (start < 0 || end <= start) return null;
  let kept = 0;
  for (let i = first; i < last; i++) if ((map[i] ?? -1) >= 0) kept++;
  const edges = Number(isStart(start)) + Number(isEnd(end));
  return {
    start,
    end,
    isExact: isExactly(page, quote, start, end),
    isHeld: edges > 0 || (map[first - 1] ?? -2) === start - 1 || map[last] === end,
    kept: kept / quote.exact.length,
    same: (2 * kept) / (last - first + end - start),
    before: weigh(map, first - 1, -1, -1),
    after: weigh(map, last, map.length, 1),
    score:
      sumUp(map, LETTERS / size) + RARE * (edges + Number(isInSection(page, quote, start))) - moved(start - quote.at),
  };
}

function isExactly(page: Page, quote: Quote, start: number, end: number): boolean {
  return (
    end - start === quote.exact.length &&
    page.ink.startsWith(quote.exact, start) &&
    (!quote.opensWord || isParted(page, start)) &&
    (!quote.closesWord || isParted(page, end))
  );
}

/**
 * One end of the quote. Where its own outermost units are gone, its place follows from what is left of it and of the
 * context: at the block's edge if there was one, else all that stands between the two, but not much more than was lost.
 */
function findEdge(
  map: Int32Array,
  from: number,
  to: number,
  way: number,
  isBlockEdge: (at: number) => boolean,
): number {
  let i = from;
  while (i !== to && (map[i] ?? -1) < 0) i += way;
  const outside = map[from - way] ?? -1;
  const inside = map[i] ?? -1;
  const lost = Math.abs(i - from);
  if (i === to) return outside < 0 ? -1 : outside + way;
  if (!lost) return inside;
  const likely = 2 * lost + LETTERS;
  const most = outside < 0 ? likely : Math.abs(inside - outside) - 1;
  for (let k = 0; k <= most; k++) if (isBlockEdge(inside - way * k)) return inside - way * k;
  return inside - way * (outside < 0 ? 0 : Math.min(most, likely));
}

/** Context a line away counts half as much, two lines away a third. */
const LINE = 16;

function weigh(map: Int32Array, from: number, to: number, way: number): number {
  let sum = 0;
  let all = 0;
  for (let i = from; i !== to; i += way) {
    const weight = 1 / (1 + Math.abs(i - from) / LINE);
    all += weight;
    if ((map[i] ?? -1) >= 0) sum += weight;
  }
  return all && sum / all;
}

/** Letters that are shared, less the price of every break. */
function sumUp(map: Int32Array, lettersEach: number): number {
  let sum = 0;
  let last = -1;
  let missed = 0;
  for (const at of map) {
    if (at < 0) missed++;
    else {
      sum += lettersEach;
      if (last >= 0) sum -= jumpPrice(Math.max(missed, at - last - 1));
      last = at;
      missed = 0;
    }
  }
  return sum;
}

function isInSection(page: Page, { structure }: Quote, start: number): boolean {
  const id = sectionAt(page, start);
  return id !== undefined && structure === `#${CSS.escape(id)}`;
}

/** A passage seldom moves far: each doubling costs a letter, so that of two places that are alike the nearer is taken. */
const moved = (distance: number): number => Math.log2(1 + Math.abs(distance || 0) / NEAR);
