import { DamagedIndex, postingsIn, type ReadLeaf } from './leaf.ts';
import type { SegmentSource } from './part.ts';
import { type Postings, readPostings } from './postings.ts';

/**
 * Terms of several segments after `after`, in order, with their postings joined; `isDropped` leaves records out. The
 * segments come in the order of their numbers, which do not overlap, so joining is laying end to end. One leaf of each
 * is held at a time.
 */
export async function* mergeTerms(
  sources: SegmentSource[],
  after: string,
  isDropped: (number: number) => boolean,
): AsyncGenerator<[string, Postings]> {
  const cursors = await Promise.all(sources.map((source) => openCursor(source, after)));
  for (;;) {
    const terms = cursors.flatMap(({ term }) => (term === null ? [] : [term]));
    if (terms.length === 0) return;
    const [term = ''] = terms.sort(byCodeUnit);
    const lists: Postings[] = [];
    for (const cursor of cursors) {
      if (cursor.term !== term) continue;
      lists.push(await cursor.read());
      await cursor.step();
    }
    yield [term, join(lists, isDropped)];
  }
}

/** The order of the dictionary. */
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Cursor {
  /** Null at the end. */
  term: string | null;
  read(): Promise<Postings>;
  step(): Promise<void>;
}

/** Stands on the first term after `after`. */
async function openCursor(source: SegmentSource, after: string): Promise<Cursor> {
  let at = Math.max(
    0,
    source.firsts.findLastIndex((first) => first <= after),
  );
  const load = async (): Promise<ReadLeaf | null> => (await source.leaves([at]))[0] ?? null;
  let leaf = at < source.firsts.length ? await load() : null;
  let i = 0;
  const cursor: Cursor = {
    term: null,
    async read() {
      if (!leaf) throw new RangeError('search index: read past the end of a segment');
      const inside = postingsIn(leaf, i, source.from);
      if (inside) return inside;
      const [[bytes] = []] = await source.lists([{ first: { at, i }, last: { at, i } }]);
      if (!bytes) throw new DamagedIndex();
      return readPostings(bytes, leaf.having[i] ?? 0, source.from);
    },
    async step() {
      i++;
      while (leaf && i >= leaf.terms.length) {
        at++;
        i = 0;
        leaf = at < source.firsts.length ? await load() : null;
      }
      cursor.term = leaf?.terms[i] ?? null;
    },
  };
  cursor.term = leaf?.terms[0] ?? null;
  while (cursor.term !== null && after !== '' && cursor.term <= after) await cursor.step();
  return cursor;
}

function join(lists: Postings[], isDropped: (number: number) => boolean): Postings {
  const numbers: number[] = [];
  const impacts: number[] = [];
  for (const list of lists) {
    for (const [i, number] of list.numbers.entries()) {
      if (isDropped(number)) continue;
      numbers.push(number);
      impacts.push(list.impacts[i] ?? 1);
    }
  }
  return { numbers: Uint32Array.from(numbers), impacts: Uint8Array.from(impacts) };
}
