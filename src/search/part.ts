import { DamagedIndex, postingsIn, type ReadLeaf } from './leaf.ts';
import { type Postings, readPostings } from './postings.ts';
import { isOneSlipAway } from './slip.ts';
import type { Matcher } from './slot.ts';

/** One part of the index: a segment, or what is newer than all segments. */
export interface Part {
  /** Postings of every term that meets a matcher. */
  match(matcher: Matcher): Promise<Postings[]>;
  /** How many records have each of some terms; those that none has are left out. */
  count(terms: string[]): Promise<Map<string, number>>;
  /** Terms that a slip of the finger makes of `word`. */
  near(word: string): Promise<string[]>;
}

/** A place in a segment: term i of leaf `at`. */
export interface Place {
  at: number;
  i: number;
}

/** A segment, with the ways to read it. Each is one request, however much it reads. */
export interface SegmentSource {
  from: number;
  firsts: string[];
  /** Leaves `at` to `end`, the end left out. */
  leaves(at: number, end: number): Promise<ReadLeaf[]>;
  /** The postings from one place to another that stand in rows of their own, in order; both places are within. */
  lists(first: Place, last: Place): Promise<Uint8Array[]>;
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
    const leaves = end > first ? await source.leaves(first, end) : [];
    return leaves.map((leaf, i) => ({ at: first + i, leaf }));
  }

  async function readLarge(large: (Place & { having: number })[]): Promise<Postings[]> {
    const [first, last] = [large[0], large.at(-1)];
    if (!first || !last) return [];
    const lists = await source.lists(first, last);
    if (lists.length !== large.length) throw new DamagedIndex();
    return lists.map((bytes, i) => readPostings(bytes, large[i]?.having ?? 0, from));
  }

  return {
    match: ({ term, isBeginning }) =>
      guard(async () => {
        const found: Postings[] = [];
        const large: (Place & { having: number })[] = [];
        for (const { at, leaf } of await leavesBetween(term, isBeginning ? term + AFTER_ALL : term)) {
          for (let i = lowerBound(leaf.terms, term, false); i < leaf.terms.length; i++) {
            const here = leaf.terms[i] ?? '';
            if (isBeginning ? !here.startsWith(term) : here !== term) break;
            const inside = postingsIn(leaf, i, from);
            if (inside) found.push(inside);
            else large.push({ at, i, having: leaf.having[i] ?? 0 });
          }
        }
        return found.concat(await readLarge(large));
      }),
    count: (terms) =>
      guard(async () => {
        const counted = new Map<string, number>();
        await Promise.all(
          terms.map(async (term) => {
            for (const { leaf } of await leavesBetween(term, term)) {
              const i = lowerBound(leaf.terms, term, false);
              if (leaf.terms[i] === term) counted.set(term, leaf.having[i] ?? 0);
            }
          }),
        );
        return counted;
      }),
    near: (word) =>
      guard(async () => {
        const sure = word.slice(0, SURE_LETTERS);
        const leaves = await leavesBetween(sure, sure + AFTER_ALL);
        return leaves.flatMap(({ leaf }) =>
          leaf.terms.filter((term) => term.startsWith(sure) && isOneSlipAway(term, word)),
        );
      }),
  };
}

/** Bytes that cannot be read are damage. */
async function guard<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof RangeError ? new DamagedIndex() : error;
  }
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
