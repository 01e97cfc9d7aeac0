import type { PackedList } from './postings.ts';

/**
 * The index on disk, format 9.
 *
 * A *segment* is immutable and covers the records with numbers `from` to `to`. It is a dictionary: every term in the
 * order of its UTF-16 code units with its postings, cut into *leaves* that are read one by one when they are needed.
 *
 *   segment   { id, format, from, to, records, tongues, firsts }   `firsts`: the first term of each leaf, a line each
 *   leaf      { terms, data, sum }                                 ends before its postings are more than {@link LEAF_BYTES}; one
 *                                                                  term with more has a leaf of its own
 *   census    { bytes, sum }                                       how many records have each word, for many leaves: census.ts
 *   terms     for each term: the number of code units shared with the one before, as the character 32 + number,
 *             then the rest of it, then a line feed. A string, so that scripts cost what they cost in memory
 *   data      a head, which is for each term two varints, how many records have it, and how many bytes its postings take; then the
 *             postings of all terms in their order, and four bytes of nothing
 *   postings  bits, low ones first. Five say how many low bits each value has; then for each record its value: what is left without
 *             these bits as so many zeros and a one, then these bits (Rice coding; so many of them as make the list shortest). A value is
 *             the numbers that lie between (first: from `from` on) * 16 + impact (1 to 15); for what a beginning of two letters finds,
 *             * 4 + (impact - 5) / 3, and long ones in blocks: blocks.ts; for a facet, which says the same of every record, nothing more
 *   varint    seven bits a byte, low ones first, the high bit set on all but the last
 *   sum       FNV-1a, four bytes at a time, over terms (as UTF-8) and data, or over the bytes; where it does not match, the index is
 *             damaged and made anew from the records
 *
 * Beside words there are terms that nobody can type: \u0001 and a letter begin facets (facets.ts), \u0002 beginnings of
 * two letters (beginnings.ts). Impacts do not depend on other records (weight.ts), so merging copies postings and leaves out what is gone.
 */
export const FORMAT = 9;

/** What is stored is not what was written: the index has to be made anew. */
export class DamagedIndex extends Error {
  override name = 'Damaged';
}

/** One leaf as it is stored. */
export interface Leaf {
  terms: string;
  data: Uint8Array;
  sum: number;
}

/** What the head of a leaf says of the lists that follow it: how many records each has, and where it begins. */
export interface Head {
  having: Uint32Array;
  starts: Uint32Array;
}

/** One leaf ready to be looked into. */
export interface ReadLeaf extends Head {
  terms: string[];
  data: Uint8Array;
  /** Those that were asked for, by their place: leaf-list.ts. */
  lists: PackedList[];
}

/** Terms begin with how many code units they share with the one before, added to this. */
export const SHARED_BASE = 32;

/** Throws {@link DamagedIndex} where the bytes are not those that were written. */
export function readLeaf({ terms: text, data, sum }: Leaf): ReadLeaf {
  if (sumOf(text, data) !== sum) throw new DamagedIndex();
  const terms: string[] = [];
  let before = '';
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const shared = text.charCodeAt(from) - SHARED_BASE;
    before = before.slice(0, shared) + text.slice(from + 1, end);
    terms.push(before);
    from = end + 1;
  }
  return { terms, ...readHead(data, 0, terms.length), data, lists: [] };
}

/** Reads the head of `count` lists that stands at `from`. Hundreds of numbers for each of dozens of leaves, by a worker that was just started. */
export function readHead(data: Uint8Array, from: number, count: number): Head {
  const having = new Uint32Array(count);
  const starts = new Uint32Array(count);
  let [at, length] = [from, 0];
  const next = (): number => {
    let byte = data[at++] as number;
    let value = byte & 127;
    for (let scale = 128; byte > 127; scale *= 128) {
      byte = data[at++] as number;
      value += (byte & 127) * scale;
    }
    return value;
  };
  for (let i = 0; i < count; i++) {
    having[i] = next();
    starts[i] = length;
    length += next();
  }
  return { having, starts: starts.map((start) => start + at) };
}

/** What proves that neither was changed. */
export const sumOf = (text: string, data: Uint8Array): number =>
  addUp(data, addUp(utf8.encode(text), 0x811c9dc5)) >>> 0;

const utf8 = new TextEncoder();

function addUp(bytes: Uint8Array, from: number): number {
  const whole = bytes.length >> 2;
  const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const fours = new Uint32Array(own.buffer, own.byteOffset, whole);
  let sum = from;
  for (let i = 0; i < whole; i++) sum = Math.imul(sum ^ (fours[i] as number), 0x01000193);
  for (let i = 4 * whole; i < bytes.length; i++) sum = Math.imul(sum ^ (bytes[i] as number), 0x01000193);
  return sum;
}
