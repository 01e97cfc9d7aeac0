import { scaleOf } from './beginnings.ts';
import { unpackAll } from './blocks.ts';
import type { ReadLeaf } from './leaf.ts';
import { pack } from './packer.ts';
import type { SegmentSource } from './part.ts';
import { numberAt, type Packed } from './postings.ts';

/** So many leaves are read at a time, of all segments together. */
const READ_AHEAD = 64;

/** Terms of several segments, in order, with their postings joined. */
export interface Merge {
  /** Null at the end. */
  next(): [string, Packed] | null;
  /** Reads on where a segment's leaves are used up: to be awaited before each `next` where it gives something. */
  refill(): Promise<void> | undefined;
}

/** Where the lists of a term are unpacked, one after the other. */
let entries = new Uint32Array(1024);

/**
 * Begins after the term `after`; `isDropped` leaves records out. The segments come in the order of their numbers, which do not
 * overlap, so joining is laying end to end; gaps are counted from the first one's.
 */
export function createMerge(sources: SegmentSource[], after: string, isDropped: (number: number) => boolean): Merge {
  const ahead = Math.max(1, Math.floor(READ_AHEAD / sources.length));
  const cursors = sources.map((source) => createCursor(source, after, ahead));
  const first = sources[0]?.from ?? 0;
  return {
    refill() {
      const empty = cursors.filter((cursor) => cursor.isEmpty());
      return empty.length > 0 ? Promise.all(empty.map((cursor) => cursor.refill())).then(() => undefined) : undefined;
    },
    next() {
      let term: string | null = null;
      for (const cursor of cursors)
        if (cursor.term !== null && (term === null || cursor.term < term)) term = cursor.term;
      if (term === null) return null;
      let size = 0;
      for (const cursor of cursors) if (cursor.term === term) size = cursor.take(size);
      let count = 0;
      for (let i = 0; i < size; i++) {
        if (!isDropped(numberAt(entries, i))) entries[count++] = entries[i] as number;
      }
      return [term, { count, bytes: pack(entries.subarray(0, count), first, scaleOf(term)) }];
    },
  };
}

/** Stands on a term of a segment. */
function createCursor(source: SegmentSource, after: string, ahead: number) {
  let at = Math.max(
    0,
    source.firsts.findLastIndex((first) => first <= after),
  );
  let leaves: ReadLeaf[] = [];
  let [leaf, i] = [0, 0];
  const show = () => {
    while (i >= (leaves[leaf]?.terms.length ?? Number.POSITIVE_INFINITY)) [leaf, i] = [leaf + 1, 0];
    cursor.term = leaves[leaf]?.terms[i] ?? null;
  };
  const cursor = {
    term: null as string | null,
    isEmpty: () => leaf >= leaves.length && at < source.firsts.length,
    async refill(): Promise<void> {
      const places = source.firsts.slice(at, at + ahead).map((_, n) => at + n);
      leaves = await source.leaves(places);
      at += places.length;
      [leaf, i] = [0, 0];
      const here = leaves[0];
      while (here && after !== '' && (here.terms[i] ?? '') <= after && i < here.terms.length) i++;
      show();
      // All that was read stands before `after`.
      if (cursor.isEmpty()) await cursor.refill();
    },
    /** Unpacks the postings it stands on behind `size` entries, gives how many there are then, and goes on to the next term. */
    take(size: number): number {
      const { terms, having, starts, data } = leaves[leaf] as ReadLeaf;
      const count = having[i] as number;
      if (size + count > entries.length) {
        const longer = new Uint32Array(2 * (size + count));
        longer.set(entries);
        entries = longer;
      }
      const list = {
        bytes: data,
        at: starts[i] as number,
        count,
        from: source.from,
        scale: scaleOf(terms[i] as string),
      };
      unpackAll(list, entries, size);
      i++;
      show();
      return size + count;
    },
  };
  return cursor;
}
