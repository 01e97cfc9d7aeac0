import type { SegmentSource } from '../find/part.ts';
import { unpackAll } from '../stored/blocks.ts';
import type { ReadLeaf } from '../stored/leaf.ts';
import { listAt } from '../stored/leaf-list.ts';
import { pack } from '../stored/packer.ts';
import type { Packed, PackedList } from '../stored/postings.ts';
import { scaleOf } from '../stored/postings.ts';
import { placeIn } from '../stored/sorted.ts';

/** So many leaves are read at a time, of all segments together. */
const READ_AHEAD = 64;

/** Terms of several segments, in order, with their postings joined. */
interface Merge {
  /** Null at the end. */
  next(): [string, Packed] | null;
  /** Reads on where a segment's leaves are used up: to be awaited before each `next` where it gives something. */
  refill(): Promise<void> | undefined;
}

/**
 * Begins after the term `after`; `isDropped` leaves records out. The segments come in the order of their numbers, which do not
 * overlap, so joining is laying end to end; gaps are counted from the first one's.
 */
export function createMerge(sources: SegmentSource[], after: string, isDropped: (number: number) => boolean): Merge {
  const ahead = Math.max(1, Math.floor(READ_AHEAD / sources.length));
  const cursors = sources.map((source) => createCursor(source, after, ahead));
  const from = sources[0]?.from ?? 0;
  return {
    refill() {
      const empty = cursors.filter((cursor) => cursor.isEmpty());
      return empty.length > 0 ? Promise.all(empty.map((cursor) => cursor.refill())).then(() => undefined) : undefined;
    },
    next() {
      let term: string | undefined;
      for (const here of cursors.map((cursor) => cursor.term())) {
        if (here !== undefined && (term === undefined || here < term)) term = here;
      }
      if (term === undefined) return null;
      const lists = cursors.flatMap((cursor) => (cursor.term() === term ? [cursor.take()] : []));
      const entries = unpackTogether(lists);
      let count = 0;
      for (const entry of entries) if (!isDropped(entry >>> 4)) entries[count++] = entry;
      return [term, { count, bytes: pack(entries.subarray(0, count), from, scaleOf(term)) }];
    },
  };
}

function unpackTogether(lists: PackedList[]): Uint32Array {
  const entries = new Uint32Array(lists.reduce((sum, { count }) => sum + count, 0));
  let at = 0;
  for (const list of lists) {
    unpackAll(list, entries, at);
    at += list.count;
  }
  return entries;
}

/** Goes through the terms of a segment. */
function createCursor({ from, firsts, leaves }: SegmentSource, after: string, ahead: number) {
  /** The leaf that is read next, those that were and are not used up, and where it stands in the first of these. */
  let next = Math.max(0, placeIn(firsts, (first) => first <= after) - 1);
  let read: ReadLeaf[] = [];
  let i = 0;
  const cursor = {
    term: () => read[0]?.terms[i],
    isEmpty: () => read.length === 0 && next < firsts.length,
    async refill(): Promise<void> {
      const places = firsts.slice(next, next + ahead).map((_, n) => next + n);
      read = await leaves(places);
      next += places.length;
      for (let term = cursor.term(); term !== undefined && term <= after; term = cursor.term()) cursor.take();
      // All that was read stands before `after`.
      if (cursor.isEmpty()) await cursor.refill();
    },
    /** The postings it stands on; goes on to the next term. */
    take(): PackedList {
      const leaf = read[0] as ReadLeaf;
      const list = listAt(leaf, i++, from);
      if (i === leaf.terms.length) [read, i] = [read.slice(1), 0];
      return list;
    },
  };
  return cursor;
}
