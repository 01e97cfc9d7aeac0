import { readBetween } from './blocks.ts';
import { numberAt, type Tally, type Walk } from './tally.ts';

/** How many records stand in any of some lists, none of them empty. */
export function countDistinct(tally: Tally, walks: Walk[]): number {
  const { entries } = tally;
  const sum = walks.reduce((total, { first, next }) => total + next - first, 0);
  // Lists of one term in several segments lie end to end.
  const isApart = walks.every(
    ({ first }, i) => i === 0 || numberAt(entries, first) > numberAt(entries, (walks[i - 1] as Walk).next - 1),
  );
  return isApart ? sum : countAny(tally, walks, () => false);
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
