import { joined } from './joined-bytes.ts';
import { DamagedIndex } from './leaf.ts';
import type { Packed } from './postings.ts';
import { placeIn } from './sorted.ts';

/**
 * How many records of a segment have each word, small enough to be held in memory: a page has hundreds of words, and to read a
 * leaf for each, only to learn that most need not be asked for, took longer than all else.
 *
 *   census   for each leaf, in their order: how many words it has (two bytes, the low one first), for each word in the order of the leaf its
 *            mark (two bytes, the low one first), then for each word how many records have it (one byte: ten times the binary logarithm,
 *            rounded, 255 at most)
 *   mark     FNV-1a over the code units of the word, each as one number; its upper half of 32 bits exclusive or the lower
 *
 * Two words of one leaf can have the same mark: one in some hundreds that the leaf does not have is taken for one that it has.
 * Facets and beginnings are left out.
 */
export interface Census {
  /** About how many records have a word; 0 for none. */
  having(term: string): number;
}

/** Below it are terms that nobody can type. */
const FIRST_WORD = '\u0003';
const STEPS = 10;
const LEVELS = 256;
const COUNTS = Array.from({ length: LEVELS }, (_, level) => Math.round(2 ** (level / STEPS)));

/** The part of a census that one leaf is. */
export function writeCensus(terms: string[], lists: Packed[]): Uint8Array {
  const from = terms.findIndex((term) => term >= FIRST_WORD);
  const words = from < 0 ? [] : terms.slice(from);
  const bytes = new Uint8Array(2 + 3 * words.length);
  const levels = 2 + 2 * words.length;
  bytes[0] = words.length & 255;
  bytes[1] = words.length >> 8;
  for (let i = 0; i < words.length; i++) {
    const mark = markOf(words[i] as string);
    bytes[2 + 2 * i] = mark & 255;
    bytes[3 + 2 * i] = mark >> 8;
    bytes[levels + i] = Math.min(LEVELS - 1, Math.round(STEPS * Math.log2(lists[from + i]?.count ?? 1)));
  }
  return bytes;
}

/** Throws {@link DamagedIndex} where the bytes are not those of leaves with these first terms, to the last. */
export function readCensus(parts: Uint8Array[], firsts: string[]): Census {
  const bytes = joined(parts);
  const starts: number[] = [];
  const read = (at: number): number => (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
  let end = 0;
  for (; end < bytes.length; end += 2 + 3 * read(end)) starts.push(end);
  if (starts.length !== firsts.length || end !== bytes.length) throw new DamagedIndex();
  // The marks of a leaf as numbers, which the browser itself looks through.
  const marks: (Uint16Array | undefined)[] = [];
  const marksAt = (start: number): Uint16Array =>
    new Uint16Array(bytes.slice(start + 2, start + 2 + 2 * read(start)).buffer);
  return {
    having(term) {
      const at = Math.max(0, placeIn(firsts, (one) => one <= term) - 1);
      const start = starts[at];
      if (start === undefined) return 0;
      const here = marks[at] ?? marksAt(start);
      marks[at] = here;
      const i = here.indexOf(markOf(term));
      return i < 0 ? 0 : (COUNTS[bytes[start + 2 + 2 * here.length + i] as number] as number);
    },
  };
}

/** FNV-1a, folded to 16 bits. */
function markOf(term: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) sum = Math.imul(sum ^ term.charCodeAt(i), 0x01000193);
  return ((sum >>> 16) ^ sum) & 0xffff;
}
