import type { PackedList } from './postings.ts';

/**
 * The index on disk, format 11.
 *
 * A *segment* is immutable and covers the records with numbers `from` to `to`, some of which may be nobody's. It is a dictionary: every term
 * in the order of its UTF-16 code units with its postings, cut into *leaves* that are read one by one when they are needed. What was
 * deleted since, or written anew under another number, is told by the table `gone`; what is newer than all segments by `fresh`
 * (fresh-line.ts). Rows, by the key they lie under:
 *
 *   segments  id           { format, from, to, records, tongues, firsts }
 *                          `format`: this one or an older one; 0 and below are segments that nobody reads (store/rows.ts). `records`: how many
 *                          it has, with those that are gone; `tongues`: what they are written in; `firsts`: the first term of each leaf,
 *                          with a line feed between two
 *   leaves    segment, at  { terms, data, sum }
 *                          `at` counts a segment's leaves from 0. One ends before the bytes of its postings and the letters of its terms are more
 *                          than 8,192, or after 600 terms; a term with more has a leaf of its own
 *   lists     segment, at, i  { bytes, sum }
 *                          the census: how many records have each word (census.ts). `at` is always -1, `i` the leaf that it begins with:
 *                          of a segment that was written in several steps there is a row for each, in the order of `i`
 *
 *   terms     for each term: the number of code units shared with the one before (90 at most, of the first none), as the character
 *             32 + number, then the rest of it, then a line feed. A string, so that scripts cost what they cost in memory
 *   data      a head, which is for each term two varints, how many records have it, and how many bytes its postings take; then the
 *             postings of all terms in their order, each from a whole byte on, and four bytes of nothing
 *   postings  bits, low ones first. Five say how many low bits each value has; then for each record, in the order of their numbers, its value:
 *             what is left without these bits as so many zeros and a one, then these bits (Rice coding; so many of them as make the list
 *             shortest). A value says how many numbers lie between this record and the one before (of the first: between it and `from`,
 *             `from` included) and its impact, 1 to 15:
 *               numbers * 16 + impact             for a word
 *               numbers * 4 + (impact - 5) / 3    for what a beginning finds, the quotient rounded and from 0 to 3; lists of 2,048 records
 *                                                 and more in blocks (blocks.ts)
 *               numbers                           for a facet, which says 15 of every record
 *   varint    seven bits a byte, low ones first, the high bit set on all but the last
 *   sum       FNV-1a over terms (as UTF-8) and then data, or over the bytes of a census: from 0x811c9dc5 on, for each four bytes as one
 *             number, low ones first, and then for each of the one to three that are left of either: exclusive or, times 0x01000193, of which
 *             32 bits stay. Where it does not match, the index is damaged and made anew from the records
 *
 * What a term is tells its first letter: \u0001 begins facets (a letter for what it is about and the value: facets.ts, beginnings.ts), \u0002
 * beginnings of two letters (beginnings.ts), which stand for every word that begins so; all others are words (terms.ts). Impacts do not
 * depend on other records (weight.ts), so merging copies postings and leaves out what is gone.
 */
export const FORMAT = 12;

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
interface Head {
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
