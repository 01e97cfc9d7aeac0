import { AFTER_ALL, placesBetween, type SegmentSource } from '../stored/segment-source.ts';

/** Terms of a segment with a beginning, and how many records have each; `mayHold` leaves leaves out. */
export async function termsBetween(
  source: SegmentSource,
  beginning: string,
  mayHold: (first: string, next: string) => boolean = () => true,
): Promise<[term: string, having: number][]> {
  const { firsts } = source;
  const places = placesBetween(source, beginning, beginning + AFTER_ALL);
  const leaves = await source.leaves(places.filter((at) => mayHold(firsts[at] as string, firsts[at + 1] ?? AFTER_ALL)));
  return leaves.flatMap(({ terms, having }) =>
    terms.flatMap((term, i): [string, number][] => (term.startsWith(beginning) ? [[term, having[i] ?? 0]] : [])),
  );
}

/** About how many records have each of some words. */
export async function countWords(source: SegmentSource, words: string[]): Promise<number[]> {
  const census = await source.census();
  return words.map((word) => census.having(word));
}
