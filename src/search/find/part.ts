import { once } from '../../kit/once.ts';
import type { Matcher } from '../asked/slot.ts';
import type { ReadLeaf } from '../stored/leaf.ts';
import { listAt } from '../stored/leaf-list.ts';
import type { List } from '../stored/postings.ts';
import { AFTER_ALL, placesBetween, type SegmentSource } from '../stored/segment-source.ts';
import { placeIn } from '../stored/sorted.ts';
import { storedBeginning } from '../text/beginnings.ts';

export type { SegmentSource } from '../stored/segment-source.ts';

/** One part of the index: a segment, or what is newer than all segments. */
export interface Part {
  /** For each matcher, the postings of every term that meets it. */
  match(matchers: Matcher[]): Promise<List[][]>;
  /** About how many records have each of some words, in their order. No leaf is read for it. */
  count(words: string[]): Promise<number[]>;
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

export const createSegmentPart = (source: SegmentSource): Part => ({
  match: (matchers) => matchAll(source, matchers.map(toStored)),
  count: async (words) => (await bringWords()).countWords(source, words),
  terms: async (beginning, mayHold) => (await bringWords()).termsBetween(source, beginning, mayHold),
});

/** A beginning that is stored as a term of its own is read as one; of one letter or digit those of two stand side by side. */
function toStored(matcher: Matcher): Matcher {
  const { length } = matcher.term;
  const stored = matcher.isBeginning && length < 3 && storedBeginning(`${matcher.term}0`);
  return stored ? { ...matcher, term: stored.slice(0, length + 1), isBeginning: length < 2 } : matcher;
}

/** All leaves that may hold any of it are read in one trip, each once. */
async function matchAll(source: SegmentSource, matchers: Matcher[]): Promise<List[][]> {
  const wanted = matchers.map(({ term, isBeginning }) =>
    placesBetween(source, term, isBeginning ? term + AFTER_ALL : term),
  );
  const places = [...new Set(wanted.flat())].sort((a, b) => a - b);
  const leaves = await source.leaves(places);
  const leafAt = new Map(places.map((at, i) => [at, leaves[i] as ReadLeaf]));
  return matchers.map((matcher, i) =>
    (wanted[i] as number[]).flatMap((at) => listsIn(leafAt.get(at) as ReadLeaf, source.from, matcher)),
  );
}

/** The postings of a leaf that meet a matcher. */
function listsIn(leaf: ReadLeaf, from: number, { term, isBeginning }: Matcher): List[] {
  const found: List[] = [];
  for (let i = placeIn(leaf.terms, (one) => one < term); i < leaf.terms.length; i++) {
    const here = leaf.terms[i] as string;
    if (isBeginning ? !here.startsWith(term) : here !== term) break;
    found.push(listAt(leaf, i, from));
  }
  return found;
}
