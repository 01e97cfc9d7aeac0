import { readBetween } from './blocks.ts';
import { numberAt, type Tally, type Walk } from './tally.ts';
import { IMPACT_MAX } from './weight.ts';

/** How many records one matcher finds, in lists of which none is empty. */
export function countDistinct(tally: Tally, walks: Walk[]): number {
  const sizeOf = (some: Walk[]) => some.reduce((total, { first, next }) => total + next - first, 0);
  // What is stored of a beginning is one list a segment, and nothing else of it stands there.
  const others = walks.filter(({ blocks }) => !blocks);
  // Lists of one term in several segments lie end to end.
  const isApart = others.every(
    ({ first }, i) =>
      i === 0 || numberAt(tally.entries, first) > numberAt(tally.entries, (others[i - 1] as Walk).next - 1),
  );
  if (isApart) return sizeOf(walks);
  return sizeOf(walks) - sizeOf(others) + countAny(tally, others, () => false);
}

/** In a list that is longer, so many records are not looked for first. */
const RARE = 8_192;

/**
 * What the last of the best `most` scores at least, which one list alone may tell: what a rare word says of the records that have it.
 * Nothing that says less has to be looked through.
 */
export function sureScore(
  { entries }: Tally,
  walks: Walk[],
  worth: number,
  most: number,
  isGone: (number: number) => boolean,
): number {
  let sure = 0;
  for (const { first, end, unit, blocks } of walks) {
    if (blocks || end - first < most || end - first > RARE) continue;
    const having = new Uint32Array(IMPACT_MAX + 1);
    for (let i = first; i < end; i++) {
      const impact = (entries[i] as number) & 15;
      if (!isGone(numberAt(entries, i))) having[impact] = (having[impact] as number) + 1;
    }
    let [impact, count] = [IMPACT_MAX, having[IMPACT_MAX] as number];
    while (impact > 0 && count < most) count += having[--impact] as number;
    sure = Math.max(sure, worth * unit * impact);
  }
  // A little less, so that of equals the newest still stands first.
  return sure * (1 - 1e-9);
}

/** How many records that are not gone stand in any of some lists. */
export function countAny(tally: Tally, walks: Walk[], isGone: (number: number) => boolean): number {
  const { entries } = tally;
  const [from, to] = spanOf(tally, walks);
  const seen = seenUpTo(tally, to);
  let count = 0;
  for (const { first, end, blocks } of walks) {
    if (blocks) readBetween(blocks, entries, first, from, to);
    for (let i = first; i < end; i++) {
      const number = (entries[i] as number) >>> 4;
      const byte = seen[number >> 3] as number;
      const bit = 1 << (number & 7);
      if ((byte & bit) !== 0) continue;
      seen[number >> 3] = byte | bit;
      if (!isGone(number)) count++;
    }
  }
  seen.fill(0);
  return count;
}

/** A bit for each record up to `last`, all 0; to be left so. */
export function seenUpTo(tally: Tally, last: number): Uint8Array {
  const size = (last >> 3) + 1;
  if (size > tally.seen.length) tally.seen = new Uint8Array(2 * size);
  return tally.seen.subarray(0, size);
}

/** The first and the last number in some lists, none of them empty; -1 as the last for no list. */
export function spanOf({ entries }: Tally, walks: Walk[]): [from: number, to: number] {
  let from = Number.POSITIVE_INFINITY;
  let to = -1;
  for (const { first, end } of walks) {
    from = Math.min(from, numberAt(entries, first));
    to = Math.max(to, numberAt(entries, end - 1));
  }
  return [from, to];
}
