import type { SegmentRow } from './rows.ts';

/** So many segments of about one size become one; more than the most are not laid together at once. */
const FAN = 4;
const MOST = 64;
const SMALLEST = 1024;
/** Where this share of a segment is gone, it is written anew: every search reads what is gone. */
const GONE_SHARE = 1 / 10;

/** What to merge, in the order of their numbers: the first run of segments of about one size, or one with much that is gone. */
export function pickMerge(standing: SegmentRow[], gone: number[]): SegmentRow[] {
  const segments = standing.toSorted((a, b) => a.from - b.from);
  const sizes = segments.map(({ records }) => Math.max(0, Math.floor(Math.log(records / SMALLEST) / Math.log(FAN))));
  const most = Math.max(0, ...sizes);
  for (let size = 0; size <= most; size++) {
    for (let from = 0; from + FAN <= segments.length; from++) {
      const length = sizes.slice(from).findIndex((one) => one > size);
      const run = length < 0 ? segments.length - from : length;
      if (run >= FAN) return segments.slice(from, from + Math.min(run, MOST));
    }
  }
  const isHollow = ({ from, to, records }: SegmentRow) =>
    gone.filter((number) => number >= from && number <= to).length > records * GONE_SHARE;
  return segments.filter(isHollow).slice(0, 1);
}
