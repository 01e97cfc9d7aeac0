import { type Blocks, blocksOf, readBlock } from './blocks.ts';
import { type List, unpack } from './postings.ts';

/** What the search in hand has unpacked. One for all searches: what a search counts in it is done before another begins. */
export interface Held {
  /** Its lists, one after the other. */
  entries: Uint32Array;
  /** A bit a record, to count those that stand in several lists once. All 0 between two counts. */
  seen: Uint8Array;
}
export const held: Held = { entries: new Uint32Array(0), seen: new Uint8Array(0) };

/** A list that is read window by window, the newest first: of equals the newest stands first, so those that follow are out at once. */
export interface Walk {
  /** Its first entry, the one after the next that is read, and the one after its last. */
  first: number;
  next: number;
  end: number;
  /** What it says of a record is so many times the impact. */
  unit: number;
  /** Where only what is needed of it is unpacked. */
  blocks: Blocks | null;
}

/** Unpacks lists, one after the other, in the place of those before. */
export function unpackAll(into: Held, lists: List[]): Walk[] {
  const size = lists.reduce((sum, { count }) => sum + count, 0);
  if (size > into.entries.length) into.entries = new Uint32Array(2 * size);
  let first = 0;
  return lists.map((list) => {
    const blocks = blocksOf(list);
    if (blocks) for (const k of [0, blocks.isRead.length - 1]) readBlock(blocks, k, into.entries, first);
    else unpack(list, into.entries, first);
    const next = first + list.count;
    const walk = { first, next, end: next, unit: 0, blocks };
    first = next;
    return walk;
  });
}

export const numberAt = (entries: Uint32Array, i: number): number => (entries[i] as number) >>> 4;
