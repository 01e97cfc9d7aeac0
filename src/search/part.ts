import { once } from '../kit/once.ts';
import { scaleOf, storedBeginning } from './beginnings.ts';
import { DamagedIndex, spoilt } from './damaged.ts';
import { isInside, type ReadLeaf } from './leaf.ts';
import { COARSE, type List, type PackedList } from './postings.ts';
import { AFTER_ALL, placesBetween, type SegmentSource, type Stretch } from './segment-source.ts';
import type { Matcher } from './slot.ts';
import { lowerBound } from './sorted.ts';

export { LONG, type SegmentSource, type Stretch } from './segment-source.ts';

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

/** How words are looked through comes with whoever completes, corrects, or matches a page. */
const bringWords = once(() => import('./part-words.ts'));

export function createSegmentPart(source: SegmentSource): Part {
  return {
    match: (matchers) => guard(() => matchAll(source, matchers.map(toStored))),
    count: (words) => guard(async () => (await bringWords()).countWords(source, words)),
    terms: (beginning, mayHold) => guard(async () => (await bringWords()).termsBetween(source, beginning, mayHold)),
  };
}

/** A beginning that is stored as a term of its own is read as one. */
function toStored(matcher: Matcher): Matcher {
  const stored = matcher.isBeginning && matcher.term.length === 2 ? storedBeginning(matcher.term) : null;
  return stored === null ? matcher : { ...matcher, term: stored, isBeginning: false };
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

/**
 * What was typed, and what begins so; not what it might become on its way, which is many terms and mostly none. Of what was counted
 * it is known about how long its list is.
 */
async function likelyLists(source: SegmentSource, matchers: Matcher[]): Promise<Stretch[]> {
  if (matchers.some(({ isCounted }) => isCounted)) return (await bringWords()).longLists(source, matchers);
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

/** Bytes that cannot be read are damage. */
async function guard<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof RangeError ? new DamagedIndex() : error;
  }
}
