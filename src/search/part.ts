import { scaleOf, storedBeginning } from './beginnings.ts';
import type { Census } from './census.ts';
import { DamagedIndex, spoilt } from './damaged.ts';
import { isInside, type ReadLeaf } from './leaf.ts';
import { COARSE, type List, type PackedList } from './postings.ts';
import type { Matcher } from './slot.ts';
import { lowerBound } from './sorted.ts';

/** One part of the index: a segment, or what is newer than all segments. */
export interface Part {
  /** For each matcher, the postings of every term that meets it. */
  match(matchers: Matcher[]): Promise<List[][]>;
  /** About how many records have each of some words; those that none has are left out. No leaf is read for it. */
  count(words: string[]): Promise<Map<string, number>>;
  /**
   * Terms with a beginning, and how many records have each. `mayHold` leaves those out that stand from `first` to before `next`, where
   * whoever asks knows that there is nothing for them.
   */
  terms(
    beginning: string,
    mayHold?: (first: string, next: string) => boolean,
  ): Promise<[term: string, having: number][]>;
}

/** Terms from `first` to `last`; `terms` are those of them that have lists of their own, where that is known. */
export interface Stretch {
  first: string;
  last: string;
  terms?: string[];
}

/** A segment, with the ways to read it. A call is one trip to the disk, however much it reads. */
export interface SegmentSource {
  from: number;
  firsts: string[];
  /** The leaves with these numbers, which ascend. */
  leaves(places: number[]): Promise<ReadLeaf[]>;
  /** Whether lists should be asked for beside those leaves: there are some, and not all of the leaves are at hand. */
  guesses(places: number[]): boolean;
  /** By term, the postings of some stretches that stand in lists of their own. */
  lists(stretches: Stretch[]): Promise<Map<string, Uint8Array>>;
  census(): Promise<Census>;
}

/** Above all that a term can hold. */
const AFTER_ALL = '\uffff';

export function createSegmentPart(source: SegmentSource): Part {
  return {
    match: (matchers) => guard(() => matchAll(source, matchers.map(toStored))),
    count: (words) => guard(() => countAll(source, words)),
    terms: (beginning, mayHold = () => true) =>
      guard(async () => {
        const { firsts } = source;
        const places = placesBetween(source, beginning, beginning + AFTER_ALL);
        const leaves = await source.leaves(
          places.filter((at) => mayHold(firsts[at] as string, firsts[at + 1] ?? AFTER_ALL)),
        );
        return leaves.flatMap(({ terms, having }) =>
          terms.flatMap((term, i): [string, number][] => (term.startsWith(beginning) ? [[term, having[i] ?? 0]] : [])),
        );
      }),
  };
}

/** A beginning that is stored as a term of its own is read as one. */
function toStored(matcher: Matcher): Matcher {
  const stored = matcher.isBeginning && matcher.term.length === 2 ? storedBeginning(matcher.term) : null;
  return stored === null ? matcher : { ...matcher, term: stored, isBeginning: false };
}

/** Numbers of the leaves that may hold terms from `low` to `high`. */
function placesBetween({ firsts }: SegmentSource, low: string, high: string): number[] {
  const first = Math.max(0, lowerBound(firsts, low, true) - 1);
  return Array.from({ length: Math.max(0, lowerBound(firsts, high, true) - first) }, (_, i) => first + i);
}

/** Number of the leaf that may hold a term. */
const placeOf = ({ firsts }: SegmentSource, term: string): number => Math.max(0, lowerBound(firsts, term, true) - 1);

/** Leaves that are wanted several times are read once. */
async function readLeaves(source: SegmentSource, places: number[]): Promise<Map<number, ReadLeaf>> {
  const leaves = await source.leaves(places);
  return new Map(leaves.map((leaf, i) => [places[i] ?? 0, leaf]));
}

async function matchAll(source: SegmentSource, matchers: Matcher[]): Promise<List[][]> {
  const wanted = matchers.map(({ term, isBeginning }) =>
    isBeginning ? placesBetween(source, term, term + AFTER_ALL) : [placeOf(source, term)],
  );
  const places = [...new Set(wanted.flat())].filter((at) => at < source.firsts.length).sort((a, b) => a - b);
  // Only a leaf tells which terms have lists of their own. Where it has to be read, what is likely is asked for beside it.
  const guessed = source.guesses(places) ? await likelyLists(source, matchers) : [];
  const [leaves, early] = await Promise.all([readLeaves(source, places), source.lists(guessed)]);
  const met = matchers.map((matcher, i) => meet(source, matcher, wanted[i] ?? [], leaves));
  const missing = met.flatMap(({ large }): Stretch[] => {
    const terms = large.map(({ term }) => term).filter((term) => !early.has(term));
    const [first, last] = [terms[0], terms.at(-1)];
    return first === undefined || last === undefined ? [] : [{ first, last, terms }];
  });
  const late = missing.length > 0 ? await source.lists(missing) : early;
  for (const { found, large } of met) {
    for (const { term, list } of large) {
      const bytes = early.get(term) ?? late.get(term);
      if (!bytes) throw new DamagedIndex();
      found.push({ ...list, bytes });
    }
  }
  const found = met.map((one) => one.found);
  if (found.some((lists) => lists.some(({ bytes }) => spoilt.has(bytes)))) throw new DamagedIndex();
  return found;
}

/** Of so many records the list of a word is about too long for its leaf. */
export const LONG = 600;

/**
 * What was typed, and what begins so; not what it might become on its way, which is many terms and mostly none. Of what was counted
 * it is known about how long its list is.
 */
async function likelyLists(source: SegmentSource, matchers: Matcher[]): Promise<Stretch[]> {
  if (matchers.some(({ isCounted }) => isCounted)) {
    const census = await source.census();
    const long = matchers.filter(({ term }) => census.having(term) >= LONG);
    return long.map(({ term }) => ({ first: term, last: term }));
  }
  const begun = matchers.filter(({ isBeginning }) => isBeginning).map(({ term }) => term);
  const whole = matchers.filter(
    ({ term, weight }) => (weight === 1 || scaleOf(term) === COARSE) && !begun.some((one) => term.startsWith(one)),
  );
  return [
    ...begun.map((term) => ({ first: term, last: term + AFTER_ALL })),
    ...[...new Set(whole.map(({ term }) => term))].map((term) => ({ first: term, last: term })),
  ];
}

/** What meets a matcher in the leaves at `places`: lists that stand there, and the terms of the long ones. */
function meet(
  { from }: SegmentSource,
  { term, isBeginning }: Matcher,
  places: number[],
  leaves: Map<number, ReadLeaf>,
) {
  const found: PackedList[] = [];
  const large: { term: string; list: PackedList }[] = [];
  const scale = scaleOf(term);
  for (const at of places) {
    const leaf = leaves.get(at);
    for (let i = leaf ? lowerBound(leaf.terms, term, false) : 0; leaf && i < leaf.terms.length; i++) {
      const here = leaf.terms[i] as string;
      if (isBeginning ? !here.startsWith(term) : here !== term) break;
      const list = { bytes: leaf.data, at: leaf.starts[i] as number, count: leaf.having[i] as number, from, scale };
      if (isInside(leaf, i)) found.push(list);
      else large.push({ term: here, list: { ...list, at: 0 } });
    }
  }
  return { found, large };
}

async function countAll(source: SegmentSource, words: string[]): Promise<Map<string, number>> {
  const census = await source.census();
  const counted = new Map<string, number>();
  for (const word of words) {
    const having = census.having(word);
    if (having > 0) counted.set(word, having);
  }
  return counted;
}

/** Bytes that cannot be read are damage. */
async function guard<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof RangeError ? new DamagedIndex() : error;
  }
}
