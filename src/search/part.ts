import { scaleOf, storedBeginning } from './beginnings.ts';
import type { Census } from './census.ts';
import { DamagedIndex, isInside, type ReadLeaf } from './leaf.ts';
import type { List } from './postings.ts';
import { isOneSlipAway, mayHoldSlip } from './slip.ts';
import type { Matcher } from './slot.ts';
import { lowerBound } from './sorted.ts';

/** One part of the index: a segment, or what is newer than all segments. */
export interface Part {
  /** For each matcher, the postings of every term that meets it. */
  match(matchers: Matcher[]): Promise<List[][]>;
  /** About how many records have each of some words; those that none has are left out. No leaf is read for it. */
  count(words: string[]): Promise<Map<string, number>>;
  /** Terms with a beginning, and how many records have each. */
  terms(beginning: string): Promise<[term: string, having: number][]>;
  /** Terms that a slip of the finger makes of `word`. */
  near(word: string): Promise<string[]>;
}

/** A place in a segment: term i of leaf `at`. */
export interface Place {
  at: number;
  i: number;
}

/** A segment, with the ways to read it. A call is one trip to the disk, however much it reads. */
export interface SegmentSource {
  from: number;
  firsts: string[];
  /** The leaves with these numbers, which ascend. */
  leaves(places: number[]): Promise<ReadLeaf[]>;
  /** For each run, the postings from its first to its last place that stand in lists of their own, in order. */
  lists(runs: { first: Place; last: Place }[]): Promise<Uint8Array[][]>;
  census(): Promise<Census>;
}

/** Above all that a term can hold. */
const AFTER_ALL = '\uffff';
/** A slip in the first two letters is not looked for: it would mean reading most of the dictionary. */
const SURE_LETTERS = 2;

export function createSegmentPart(source: SegmentSource): Part {
  return {
    match: (matchers) => guard(() => matchAll(source, matchers.map(toStored))),
    count: (words) => guard(() => countAll(source, words)),
    terms: (beginning) =>
      guard(async () => {
        const leaves = await source.leaves(placesBetween(source, beginning, beginning + AFTER_ALL));
        return leaves.flatMap(({ terms, having }) =>
          terms.flatMap((term, i): [string, number][] => (term.startsWith(beginning) ? [[term, having[i] ?? 0]] : [])),
        );
      }),
    near: (word) =>
      guard(async () => {
        const sure = word.slice(0, SURE_LETTERS);
        const places = placesBetween(source, sure, sure + AFTER_ALL).filter((at) =>
          mayHoldSlip(word, source.firsts[at] ?? '', source.firsts[at + 1] ?? AFTER_ALL, SURE_LETTERS),
        );
        const leaves = await source.leaves(places);
        const terms = leaves.flatMap((leaf) => leaf.terms);
        return terms.filter((term) => term.startsWith(sure) && isOneSlipAway(term, word));
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

/** Leaves that are wanted several times are read once. */
async function readLeaves(source: SegmentSource, wanted: number[][]): Promise<Map<number, ReadLeaf>> {
  const places = [...new Set(wanted.flat())].sort((a, b) => a - b);
  const leaves = await source.leaves(places);
  return new Map(leaves.map((leaf, i) => [places[i] ?? 0, leaf]));
}

async function matchAll(source: SegmentSource, matchers: Matcher[]): Promise<List[][]> {
  const wanted = matchers.map(({ term, isBeginning }) =>
    placesBetween(source, term, isBeginning ? term + AFTER_ALL : term),
  );
  const leaves = await readLeaves(source, wanted);
  const met = matchers.map((matcher, i) => meet(source, matcher, wanted[i] ?? [], leaves));
  const runs = met.flatMap(({ large: [first, ...rest] }) => (first ? [{ first, last: rest.at(-1) ?? first }] : []));
  const lists = runs.length > 0 ? await source.lists(runs) : [];
  let next = 0;
  for (const { found, large } of met) {
    const bytes = large.length > 0 ? (lists[next++] ?? []) : [];
    if (bytes.length !== large.length) throw new DamagedIndex();
    for (const [i, { list }] of large.entries()) found.push({ ...list, bytes: bytes[i] as Uint8Array });
  }
  return met.map(({ found }) => found);
}

/** What meets a matcher in the leaves at `places`: lists that stand there, and where to find the long ones. */
function meet(
  { from }: SegmentSource,
  { term, isBeginning }: Matcher,
  places: number[],
  leaves: Map<number, ReadLeaf>,
) {
  const found: List[] = [];
  const large: (Place & { list: List })[] = [];
  const scale = scaleOf(term);
  for (const at of places) {
    const leaf = leaves.get(at);
    for (let i = leaf ? lowerBound(leaf.terms, term, false) : 0; leaf && i < leaf.terms.length; i++) {
      const here = leaf.terms[i] as string;
      if (isBeginning ? !here.startsWith(term) : here !== term) break;
      const list = { bytes: leaf.data, at: leaf.starts[i] as number, count: leaf.having[i] as number, from, scale };
      if (isInside(leaf, i)) found.push(list);
      else large.push({ at, i, list: { ...list, at: 0 } });
    }
  }
  return { found, large };
}

async function countAll(source: SegmentSource, words: string[]): Promise<Map<string, number>> {
  const census = await source.census();
  const counted = new Map<string, number>();
  for (const word of words) {
    const [at = 0] = placesBetween(source, word, word);
    const having = census.having(at, word);
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
