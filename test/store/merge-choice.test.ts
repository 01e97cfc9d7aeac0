import { expect, test } from 'vitest';
import { pickMerge } from '../../src/store/merge-choice.ts';
import type { SegmentRow } from '../../src/store/rows.ts';

const segment = (from: number, records: number): SegmentRow => ({
  format: 1,
  from,
  to: from + records - 1,
  records,
  tongues: [],
  firsts: '',
});

/** Grows a collection piece by piece, merging after every few, as long as there is something to merge. */
function grow(total: number, piece: number, together: number) {
  let segments: SegmentRow[] = [];
  let [written, most] = [0, 0];
  for (let from = 0, pieces = 1; from < total; from += piece, pieces++) {
    segments.push(segment(from, piece));
    if (pieces % together > 0) continue;
    for (let run = pickMerge(segments, []); run.length > 1; run = pickMerge(segments, [])) {
      const records = run.reduce((sum, one) => sum + one.records, 0);
      written += records;
      segments = [...segments.filter((one) => !run.includes(one)), segment(run[0]?.from ?? 0, records)];
    }
    most = Math.max(most, segments.length);
  }
  return { often: written / total, most };
}

test.each([
  ['kept one by one', 100_000, 128, 1, 10],
  ['come as pages of a feed', 100_000, 500, 1, 8],
  ['imported', 100_000, 1_000, 10, 5],
  ['a million, kept one by one', 1_000_000, 128, 1, 15],
])('what is %s is not written anew often, and stands in few segments', (_, total, piece, together, oftenMost) => {
  const { often, most } = grow(total, piece, together);
  expect(often).toBeLessThan(oftenMost);
  expect(most).toBeLessThan(7);
});

test('a segment with much that is gone is written anew by itself', () => {
  const [one, other] = [segment(0, 100), segment(100, 100)];
  const gone = Array.from({ length: 11 }, (_, i) => 100 + i);
  expect(pickMerge([one, other], gone)).toEqual([other]);
  expect(pickMerge([one, other], gone.slice(0, 5))).toEqual([]);
});
