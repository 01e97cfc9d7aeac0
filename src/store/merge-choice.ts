import type { SegmentRow } from './rows.ts';

/** Fewer are not worth it; more than the most are not laid together at once. */
const FAN = 4;
const MOST = 64;
/** A segment is written anew only together with at least such a part of what it holds. */
const UNEVEN = 4;
/** Every word that is typed is looked up in every segment: more of them than so many do not stay, of whatever sizes. */
const STAYING = 6;
/** Where this share of a segment is gone, it is written anew: every search reads what is gone. */
const GONE_SHARE = 1 / 10;

/**
 * What to merge, in the order of their numbers: the longest run of segments of which none is far larger than all the others together. So
 * whatever is written anew comes to stand in a segment that is larger by a quarter at least, and no record is written often. Where
 * there are many that do not go together so, those neighbours that are least; else one with much that is gone.
 */
export function pickMerge(standing: SegmentRow[], gone: number[]): SegmentRow[] {
  const segments = standing.toSorted((a, b) => a.from - b.from);
  const balanced = longestBalanced(segments);
  if (balanced.length > 0) return balanced;
  if (segments.length > STAYING) return leastTogether(segments);
  const isHollow = ({ from, to, records }: SegmentRow) =>
    gone.filter((number) => number >= from && number <= to).length > records * GONE_SHARE;
  return segments.filter(isHollow).slice(0, 1);
}

function longestBalanced(segments: SegmentRow[]): SegmentRow[] {
  let longest: SegmentRow[] = [];
  for (let from = 0; from < segments.length; from++) {
    let [sum, largest] = [0, 0];
    for (let to = from; to < Math.min(segments.length, from + MOST); to++) {
      const { records } = segments[to] as SegmentRow;
      sum += records;
      largest = Math.max(largest, records);
      const length = to - from + 1;
      if (length >= FAN && length > longest.length && largest <= UNEVEN * (sum - largest))
        longest = segments.slice(from, to + 1);
    }
  }
  return longest;
}

function leastTogether(segments: SegmentRow[]): SegmentRow[] {
  const runs = segments.slice(FAN - 1).map((_, i) => segments.slice(i, i + FAN));
  const sizes = runs.map((run) => run.reduce((sum, { records }) => sum + records, 0));
  return runs[sizes.indexOf(Math.min(...sizes))] ?? [];
}
