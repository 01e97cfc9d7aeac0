import { COARSE, KEY_BITS, type List, type PackedList, type Place, readOn } from './postings.ts';

/**
 * What a beginning of two letters finds is a good part of all records, and is mostly asked for beside words that few have. So it is
 * known where every so many of its records begin, and what lies between need not be unpacked:
 *
 *   list of a beginning   its postings and their padding; for each block but the first two numbers of four bytes, the bit at which
 *                         it begins and what was counted until there (the number * 16 + the least impact, from 0 on); then, in four
 *                         bytes, how many of these numbers there are. A list that ends with its padding has none
 */
export const BLOCK = 256;
/** More a beginning says of no record. */
export const MOST_SAID = COARSE.least + COARSE.step * (2 ** COARSE.bits - 1);
/** Shorter lists are unpacked as quickly as they are looked through. */
const LEAST = 2_048;

/** The blocks of a list, and which of them were unpacked. */
export interface Blocks {
  list: PackedList;
  table: Uint32Array;
  isRead: Uint8Array;
}

/** Adds to the padded postings of a beginning where their blocks begin. */
export function withBlocks(bytes: Uint8Array, count: number): Uint8Array {
  if (count < LEAST) return bytes;
  const list = { bytes, at: 0, count, from: 0, scale: COARSE };
  const place: Place = { bit: KEY_BITS, entry: COARSE.least };
  const passed = new Uint32Array(BLOCK);
  const numbers: number[] = [];
  for (let left = count; left > BLOCK; left -= BLOCK) {
    readOn(list, passed, 0, BLOCK, place);
    numbers.push(place.bit, place.entry);
  }
  const table = new Uint8Array(new Uint32Array([...numbers, numbers.length]).buffer);
  const longer = new Uint8Array(bytes.length + table.length);
  longer.set(bytes);
  longer.set(table, bytes.length);
  return longer;
}

/** Null for what has none, being short, no beginning, or written before there were blocks. */
export function blocksOf(list: List): Blocks | null {
  if ('entries' in list || list.scale !== COARSE || list.count < LEAST || list.at > 0) return null;
  const { bytes, count } = list;
  const others = Math.ceil(count / BLOCK) - 1;
  const [end, start] = [bytes.length - 4, bytes.length - 4 - 8 * others];
  if (start < 0 || new DataView(bytes.buffer, bytes.byteOffset + end).getUint32(0, true) !== 2 * others) return null;
  return { list, table: new Uint32Array(bytes.slice(start, end).buffer), isRead: new Uint8Array(others + 1) };
}

/** Unpacks one block, where it was not yet, to its place in a list that begins at `first`. */
export function readBlock({ list, table, isRead }: Blocks, k: number, entries: Uint32Array, first: number): void {
  if (isRead[k] === 1) return;
  isRead[k] = 1;
  const begun = 16 * list.from;
  const place: Place =
    k === 0
      ? { bit: KEY_BITS, entry: begun + COARSE.least }
      : { bit: table[2 * k - 2] as number, entry: begun + (table[2 * k - 1] as number) };
  readOn(list, entries, first + k * BLOCK, Math.min(BLOCK, list.count - k * BLOCK), place);
}

/** The last block that may hold a record of this number or one before it. */
export function blockOf({ list, table, isRead }: Blocks, number: number): number {
  const wanted = 16 * (number + 1 - list.from);
  let [low, high] = [0, isRead.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((table[2 * middle - 1] as number) < wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Unpacks the blocks that may hold records from one number to another. Gives the first place and the one after the last. */
export function readBetween(
  blocks: Blocks,
  entries: Uint32Array,
  first: number,
  from: number,
  to: number,
): [number, number] {
  const [low, high] = [blockOf(blocks, from), blockOf(blocks, to)];
  for (let k = low; k <= high; k++) readBlock(blocks, k, entries, first);
  return [first + low * BLOCK, first + Math.min(blocks.list.count, (high + 1) * BLOCK)];
}
