import { readHead } from './leaf.ts';
import { COARSE, type List, type PackedList, unpack } from './postings.ts';

/**
 * What a beginning of two letters finds is a good part of all records, and is mostly asked for beside words that few have. So it is
 * cut into blocks of so many numbers each, and what lies between need not be unpacked. Written like the lists of a leaf:
 *
 *   postings of a beginning   how many blocks there are (two bytes), a head as a leaf has it, then the postings of each block,
 *                             whose gaps are counted from where it begins
 */
export const BLOCK = 1024;
/** Shorter lists are unpacked as quickly as they are looked through. */
const LEAST = 2_048;

/** Whether a list is cut into blocks. */
export const isCut = ({ scale, count }: Pick<List, 'scale' | 'count'>): boolean => scale === COARSE && count >= LEAST;

/** The blocks of a list that is cut, each a list; null of others. */
export function blocksOf(list: List): PackedList[] | null {
  if (!list.scale || !isCut(list)) return null;
  const { bytes, at, from, scale } = list;
  const { having, starts } = readHead(bytes, at + 2, (bytes[at] as number) | ((bytes[at + 1] as number) << 8));
  return Array.from(having, (count, k) => ({
    bytes,
    at: starts[k] as number,
    count,
    from: from + k * BLOCK,
    scale,
  }));
}

/** Unpacks a list to the place `to` on, all of it, whether it is cut or not. */
export function unpackAll(list: List, entries: Uint32Array, to = 0): void {
  let at = to;
  for (const block of blocksOf(list) ?? [list]) {
    unpack(block, entries, at);
    at += block.count;
  }
}
