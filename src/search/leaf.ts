import { type Postings, readPostings, readVarint, writePostings, writeVarint } from './postings.ts';

/**
 * The index on disk, format 1.
 *
 * A *segment* is immutable and covers the records with numbers `from` to `to`. It is a dictionary: every term in the
 * order of its UTF-16 code units with its postings, cut into *leaves* that are read one by one when they are needed.
 *
 *   segment   { id, format, from, to, records, firsts }   `firsts[i]` is the first term of leaf i
 *   leaf      { terms, data, sum }                        about {@link LEAF_BYTES} of data
 *   terms     for each term: the number of code units shared with the one before, as the character 32 + number,
 *             then the rest of it, then a line feed. A string, so that scripts cost what they cost in memory
 *   data      for each term two varints: how many records have it, how many bytes its postings take here; then the
 *             postings of all terms in their order. 0 bytes: the postings are long and stand in a row of their own
 *   postings  for each record a varint: gap to the number before (first: to `from`) * 16 + impact (1 to 15)
 *   varint    seven bits a byte, low ones first, the high bit set on all but the last
 *   sum       FNV-1a over terms and data; where it does not match, the index is damaged and made anew from the records
 *
 * Impacts do not depend on other records (weight.ts), so merging copies postings and leaves out what is gone.
 */
export const FORMAT = 1;

/** One leaf as it is stored. */
export interface Leaf {
  terms: string;
  data: Uint8Array;
  sum: number;
}

/** One leaf ready to be looked into. */
export interface ReadLeaf {
  terms: string[];
  having: number[];
  /** Where the postings of term i begin in `data`; they end where those of i + 1 begin. */
  starts: number[];
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
  having: number[];
  postings: Uint8Array[];
  bytes: number;
}

export const draftLeaf = (): LeafDraft => ({ terms: [], having: [], postings: [], bytes: 0 });

export const isFull = ({ terms, bytes }: LeafDraft): boolean => bytes >= LEAF_BYTES || terms.length >= LEAF_TERMS;

/** Adds a term to a draft. Gives the postings back where they are too long to stand inside. */
export function addTerm(draft: LeafDraft, term: string, postings: Postings, from: number): Uint8Array | null {
  const bytes = writePostings(postings, from);
  const isLarge = bytes.length > INLINE_MAX;
  draft.terms.push(term);
  draft.having.push(postings.numbers.length);
  draft.postings.push(isLarge ? new Uint8Array(0) : bytes);
  draft.bytes += term.length + (isLarge ? 0 : bytes.length);
  return isLarge ? bytes : null;
}

export function writeLeaf({ terms, having, postings }: LeafDraft): Leaf {
  let text = '';
  let before = '';
  for (const term of terms) {
    let shared = 0;
    while (shared < SHARED_MAX && shared < before.length && before[shared] === term[shared]) shared++;
    text += `${String.fromCharCode(SHARED_BASE + shared)}${term.slice(shared)}\n`;
    before = term;
  }
  const head: number[] = [];
  for (const [i, count] of having.entries()) {
    writeVarint(head, count);
    writeVarint(head, postings[i]?.length ?? 0);
  }
  const data = new Uint8Array(head.length + postings.reduce((sum, { length }) => sum + length, 0));
  data.set(head);
  let at = head.length;
  for (const bytes of postings) {
    data.set(bytes, at);
    at += bytes.length;
  }
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
  const reader = { bytes: data, at: 0 };
  const having: number[] = [];
  const lengths: number[] = [];
  for (let i = 0; i < terms.length; i++) {
    having.push(readVarint(reader));
    lengths.push(readVarint(reader));
  }
  const starts = [reader.at];
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length);
  return { terms, having, starts, data };
}

/** Postings of term i of a leaf, or null where they stand in a row of their own. */
export function postingsIn(leaf: ReadLeaf, i: number, from: number): Postings | null {
  const [start, end, having] = [leaf.starts[i] ?? 0, leaf.starts[i + 1] ?? 0, leaf.having[i] ?? 0];
  return end === start ? null : readPostings(leaf.data.subarray(start, end), having, from);
}

/** What is stored is not what was written: the index has to be made anew. */
export class DamagedIndex extends Error {
  constructor() {
    super('The search index is damaged.');
    this.name = 'DamagedIndex';
  }
}

function sumOf(text: string, data: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  for (let i = 0; i < data.length; i++) sum = Math.imul(sum ^ (data[i] as number), 0x01000193);
  return sum >>> 0;
}
