import { scaleOf } from './beginnings.ts';
import { withBlocks } from './blocks.ts';
import { DamagedIndex } from './damaged.ts';
import { COARSE, PADDING, type Packed, padded } from './postings.ts';
import { writeVarint } from './varint.ts';

export { DamagedIndex } from './damaged.ts';

/**
 * The index on disk, format 7.
 *
 * A *segment* is immutable and covers the records with numbers `from` to `to`. It is a dictionary: every term in the
 * order of its UTF-16 code units with its postings, cut into *leaves* that are read one by one when they are needed.
 *
 *   segment   { id, format, from, to, records, tongues, firsts }   `firsts`: the first term of each leaf, a line each
 *   leaf      { terms, data, sum }                                 about {@link LEAF_BYTES} of data
 *   list      { bytes, sum }                                       postings too long for their leaf, by their term; those of a
 *                                                                  beginning with what leads to their blocks: blocks.ts
 *   census    { bytes, sum }                                       how many records have each word, for many leaves: census.ts
 *   terms     for each term: the number of code units shared with the one before, as the character 32 + number,
 *             then the rest of it, then a line feed. A string, so that scripts cost what they cost in memory
 *   data      for each term two varints: how many records have it, how many bytes its postings take here; then the
 *             postings of all terms in their order, and four bytes of nothing, as behind a list. 0 bytes: the postings are
 *             long and stand in a list of their own
 *   postings  bits, low ones first. Five say how many low bits each value has; then for each record its value: what is left without
 *             these bits as so many zeros and a one, then these bits (Rice coding; so many of them as make the list shortest). A value is
 *             the numbers that lie between (first: from `from` on) * 16 + impact (1 to 15); for what a beginning of two letters finds,
 *             * 4 + (impact - 5) / 3; for a facet, which says the same of every record, nothing more
 *   varint    seven bits a byte, low ones first, the high bit set on all but the last
 *   sum       FNV-1a, four bytes at a time, over terms (as UTF-8) and data, or over the bytes; where it does not match, the index is
 *             damaged and made anew from the records
 *
 * Beside words there are terms that nobody can type: \u0001 and a letter begin facets (facets.ts), \u0002 beginnings of
 * two letters (beginnings.ts). Impacts do not depend on other records (weight.ts), so merging copies postings and leaves out what is gone.
 */
export const FORMAT = 7;

/** One leaf as it is stored. */
export interface Leaf {
  terms: string;
  data: Uint8Array;
  sum: number;
}

/** One leaf ready to be looked into. */
export interface ReadLeaf {
  terms: string[];
  having: Uint32Array;
  /** Where the postings of term i begin in `data`; they end where those of i + 1 begin. */
  starts: Uint32Array;
  data: Uint8Array;
}

const LEAF_BYTES = 8 * 1024;
const LEAF_TERMS = 600;
/** Longer postings stand in a row of their own, so that a leaf stays quick to read. */
const INLINE_MAX = 1024;
const SHARED_BASE = 32;
const SHARED_MAX = 90;

/** Terms that were handed in, in order, until they fill a leaf. */
export interface LeafDraft {
  terms: string[];
  /** The varints at the head of the data. */
  head: number[];
  postings: Uint8Array;
  length: number;
  letters: number;
}

export const draftLeaf = (): LeafDraft => ({
  terms: [],
  head: [],
  postings: new Uint8Array(LEAF_BYTES + INLINE_MAX),
  length: 0,
  letters: 0,
});

export const isFull = ({ terms, letters, length }: LeafDraft): boolean =>
  letters + length >= LEAF_BYTES || terms.length >= LEAF_TERMS;

/** Adds a term to a draft. Gives the postings back where they are too long to stand inside. */
export function addTerm(draft: LeafDraft, term: string, { count, bytes }: Packed): Uint8Array | null {
  const isLarge = bytes.length > INLINE_MAX;
  draft.terms.push(term);
  draft.letters += term.length;
  writeVarint(draft.head, count);
  writeVarint(draft.head, isLarge ? 0 : bytes.length);
  if (isLarge) return scaleOf(term) === COARSE ? withBlocks(padded(bytes), count) : padded(bytes);
  draft.postings.set(bytes, draft.length);
  draft.length += bytes.length;
  return null;
}

export function writeLeaf({ terms, head, postings, length }: LeafDraft): Leaf {
  let text = '';
  let before = '';
  for (const term of terms) {
    let shared = 0;
    while (shared < SHARED_MAX && shared < before.length && before[shared] === term[shared]) shared++;
    text += `${String.fromCharCode(SHARED_BASE + shared)}${term.slice(shared)}\n`;
    before = term;
  }
  const data = new Uint8Array(head.length + length + PADDING);
  data.set(head);
  data.set(postings.subarray(0, length), head.length);
  return { terms: text, data, sum: sumOf(text, data) };
}

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
  return { terms, ...readHead(data, terms.length), data };
}

/** Hundreds of numbers for each of dozens of leaves, by a worker that was just started. */
function readHead(data: Uint8Array, count: number): Pick<ReadLeaf, 'having' | 'starts'> {
  const having = new Uint32Array(count);
  const starts = new Uint32Array(count + 1);
  let [at, length] = [0, 0];
  for (let i = 0; i < 2 * count; i++) {
    let byte = data[at++] as number;
    let value = byte & 127;
    for (let scale = 128; byte > 127; scale *= 128) {
      byte = data[at++] as number;
      value += (byte & 127) * scale;
    }
    if (i % 2 === 0) having[i >> 1] = value;
    else starts[(i + 1) >> 1] = length += value;
  }
  for (let i = 0; i <= count; i++) starts[i] = (starts[i] as number) + at;
  return { having, starts };
}

/** Whether the postings of term i stand in its leaf, and not in a list of their own. */
export const isInside = ({ starts }: ReadLeaf, i: number): boolean => starts[i] !== starts[i + 1];

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
