import { scaleOf } from './beginnings.ts';
import { byCodeUnit } from './build.ts';
import { DamagedIndex, isInside, type ReadLeaf } from './leaf.ts';
import { createPacker, pack, packed, resetPacker } from './packer.ts';
import type { SegmentSource } from './part.ts';
import { ENTRY, type Packed, unpack } from './postings.ts';

/** So many leaves are read at a time, of all segments together. */
const READ_AHEAD = 64;

/** Where a list is unpacked, until the next is. */
let entries = new Uint32Array(1024);

/** Terms of several segments, in order, with their postings joined. */
export interface Merge {
  /** Null at the end. The postings stay as they are until the next. */
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
  const packer = createPacker();
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
      resetPacker(packer, first);
      const scale = scaleOf(term);
      for (const cursor of cursors) {
        if (cursor.term !== term) continue;
        const count = cursor.take();
        for (let i = 0; i < count; i++) {
          const entry = entries[i] as number;
          const number = Math.floor(entry / ENTRY);
          if (!isDropped(number)) pack(packer, number, entry % ENTRY, scale);
        }
      }
      return [term, packed(packer)];
    },
  };
}

/** Stands on a term of a segment. */
function createCursor(source: SegmentSource, after: string, ahead: number) {
  let at = Math.max(
    0,
    source.firsts.findLastIndex((first) => byCodeUnit(first, after) <= 0),
  );
  let leaves: ReadLeaf[] = [];
  let lists = new Map<string, Uint8Array>();
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
      lists = await readLists(source, leaves);
      at += places.length;
      [leaf, i] = [0, 0];
      const here = leaves[0];
      while (here && after !== '' && (here.terms[i] ?? '') <= after && i < here.terms.length) i++;
      show();
      // All that was read stands before `after`.
      if (cursor.isEmpty()) await cursor.refill();
    },
    /** Unpacks the postings it stands on, gives how many they are, and goes on to the next term. */
    take(): number {
      const here = leaves[leaf];
      if (!here) throw new RangeError('search index: read past the end of a segment');
      const count = here.having[i] ?? 0;
      const own = lists.get(here.terms[i] ?? '');
      if (!own && !isInside(here, i)) throw new DamagedIndex();
      if (count > entries.length) entries = new Uint32Array(2 * count);
      const place = own ? { bytes: own, at: 0 } : { bytes: here.data, at: here.starts[i] ?? 0 };
      unpack({ ...place, count, from: source.from, scale: scaleOf(here.terms[i] ?? '') }, entries);
      i++;
      show();
      return count;
    },
  };
  return cursor;
}

/** The long postings of neighbouring leaves. */
async function readLists(source: SegmentSource, leaves: ReadLeaf[]): Promise<Map<string, Uint8Array>> {
  const terms = leaves.flatMap((leaf) => leaf.terms.filter((_, i) => !isInside(leaf, i)));
  const [first, last] = [terms[0], terms.at(-1)];
  return first === undefined || last === undefined ? new Map() : source.lists([{ first, last, terms }]);
}
