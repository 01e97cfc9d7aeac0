import { type Held, numberAt, type Walk } from './walks.ts';

/** How many records one matcher finds, in lists of which none is empty. */
export function countDistinct(held: Held, walks: Walk[]): number {
  const sizeOf = (some: Walk[]) => some.reduce((total, { first, next }) => total + next - first, 0);
  // What is stored of a beginning is one list a segment, and nothing else of it stands there.
  const others = walks.filter(({ blocks }) => !blocks);
  // Lists of one term in several segments lie end to end.
  const isApart = others.every(
    ({ first }, i) =>
      i === 0 || numberAt(held.entries, first) > numberAt(held.entries, (others[i - 1] as Walk).next - 1),
  );
  if (isApart) return sizeOf(walks);
  return sizeOf(walks) - sizeOf(others) + countAny(held, others, () => false);
}

/** How many records that are not gone stand in any of some lists, all of them unpacked. */
export function countAny(held: Held, walks: Walk[], isGone: (number: number) => boolean): number {
  const { entries } = held;
  const seen = seenUpTo(held, spanOf(held, walks)[1]);
  let count = 0;
  for (const { first, end } of walks) {
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
export function seenUpTo(held: Held, last: number): Uint8Array {
  const size = (last >> 3) + 1;
  if (size > held.seen.length) held.seen = new Uint8Array(2 * size);
  return held.seen.subarray(0, size);
}

/** The first and the last number in some lists, none of them empty; -1 as the last for no list. */
export function spanOf({ entries }: Held, walks: Walk[]): [from: number, to: number] {
  let from = Number.POSITIVE_INFINITY;
  let to = -1;
  for (const { first, end } of walks) {
    from = Math.min(from, numberAt(entries, first));
    to = Math.max(to, numberAt(entries, end - 1));
  }
  return [from, to];
}
