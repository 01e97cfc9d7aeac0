import { DamagedIndex, postingsIn, type ReadLeaf } from './leaf.ts';
import { type Postings, readPostings } from './postings.ts';
import { isOneSlipAway } from './slip.ts';
import type { Matcher } from './slot.ts';

/** One part of the index: a segment, or what is newer than all segments. */
export interface Part {
  /** Postings of every term that meets a matcher. */
  match(matcher: Matcher): Promise<Postings[]>;
  /** Terms that a slip of the finger makes of `word`. */
  near(word: string): Promise<string[]>;
}

/** A segment, with the ways to read it. */
export interface SegmentSource {
  from: number;
  firsts: string[];
  leaf(at: number): Promise<ReadLeaf>;
  /** Postings of term i of leaf `at` that stand in a row of their own. */
  large(at: number, i: number): Promise<Uint8Array>;
}

/** Above all that a term can hold. */
const AFTER_ALL = '\uffff';
/** A slip in the first two letters is not looked for: it would mean reading most of the dictionary. */
const SURE_LETTERS = 2;

export function createSegmentPart(source: SegmentSource): Part {
  const { firsts, from } = source;

  /** Leaves that may hold terms from `low` to `high`, with their places. */
  async function leavesBetween(low: string, high: string): Promise<{ at: number; leaf: ReadLeaf }[]> {
    const first = Math.max(0, lowerBound(firsts, low, true) - 1);
    const end = lowerBound(firsts, high, true);
    const places = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
    return Promise.all(places.map(async (at) => ({ at, leaf: await source.leaf(at) })));
  }

  async function read(at: number, leaf: ReadLeaf, i: number): Promise<Postings> {
    const inside = postingsIn(leaf, i, from);
    if (inside) return inside;
    try {
      return readPostings(await source.large(at, i), leaf.having[i] ?? 0, from);
    } catch (error) {
      throw error instanceof RangeError ? new DamagedIndex() : error;
    }
  }

  return {
    async match({ term, isBeginning }) {
      const high = isBeginning ? term + AFTER_ALL : term;
      const found: Promise<Postings>[] = [];
      for (const { at, leaf } of await leavesBetween(term, high)) {
        for (let i = lowerBound(leaf.terms, term, false); i < leaf.terms.length; i++) {
          const here = leaf.terms[i] ?? '';
          if (isBeginning ? !here.startsWith(term) : here !== term) break;
          found.push(read(at, leaf, i));
        }
      }
      return Promise.all(found);
    },
    async near(word) {
      const sure = word.slice(0, SURE_LETTERS);
      const leaves = await leavesBetween(sure, sure + AFTER_ALL);
      return leaves.flatMap(({ leaf }) =>
        leaf.terms.filter((term) => term.startsWith(sure) && isOneSlipAway(term, word)),
      );
    },
  };
}

/** First place in a sorted list whose item is not before `wanted` (or not before nor equal, with `past`). */
function lowerBound(sorted: string[], wanted: string, past: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle] ?? '';
    if (item < wanted || (past && item === wanted)) low = middle + 1;
    else high = middle;
  }
  return low;
}
