import { BLOCK, isCut } from './blocks.ts';
import { joined } from './joined-bytes.ts';
import { ENTRY, KEY_BITS, numberAt, type Packed, type Scale } from './postings.ts';
import { withHead } from './with-head.ts';

/** Packs entries of ascending numbers, `number * 16 + impact` each; gaps are counted from `from`. The other way round: unpackAll in blocks.ts. */
export function pack(entries: Uint32Array, from: number, scale: Scale): Uint8Array {
  if (!isCut({ scale, count: entries.length })) return packOne(entries, from, scale);
  const blocks: Packed[] = [];
  for (let [at, start] = [0, from]; at < entries.length; start += BLOCK) {
    let end = at;
    while (end < entries.length && numberAt(entries, end) < start + BLOCK) end++;
    blocks.push({ count: end - at, bytes: packOne(entries.subarray(at, end), start, scale) });
    at = end;
  }
  return joined([Uint8Array.of(blocks.length & 255, blocks.length >> 8), ...withHead(blocks)]);
}

/** What is stored of an impact. */
export const placeOf = (impact: number, { bits, least, step }: Scale): number =>
  Math.max(0, Math.min((1 << bits) - 1, Math.round((impact - least) / step)));

function packOne(entries: Uint32Array, from: number, scale: Scale): Uint8Array {
  let before = from;
  const values = entries.map((entry) => {
    const gap = (entry >>> 4) - before;
    before += gap + 1;
    return gap * 2 ** scale.bits + placeOf(entry % ENTRY, scale);
  });
  return values.length > 0 ? encode(values) : new Uint8Array();
}

/** More low bits a value has not: with its one, and wherever it begins, they stand in four bytes. */
const LOW_MAX = 24;

/** Rice coding: see leaf.ts. */
function encode(values: Uint32Array): Uint8Array {
  const { low, length } = cheapest(values);
  const bytes = new Uint8Array(length);
  const mask = (1 << low) - 1;
  bytes[0] = low;
  let bit = KEY_BITS;
  for (const value of values) {
    bit += value >>> low;
    let held = (1 | ((value & mask) << 1)) << (bit & 7);
    for (let at = bit >> 3; held !== 0; held >>>= 8) (bytes[at++] as number) |= held & 255;
    bit += 1 + low;
  }
  return bytes;
}

/** How many low bits to give each value so that all of them take the fewest, and how many bytes those are. */
function cheapest(values: Uint32Array): { low: number; length: number } {
  const count = values.length;
  const sum = values.reduce((all, value) => all + value, 0);
  const costOf = (low: number): number => values.reduce((bits, value) => bits + (value >>> low), count * (1 + low));
  // About right where gaps are as if by chance; where they are not, fewer do.
  let low = Math.min(LOW_MAX, Math.floor(Math.log2(1 + (Math.LN2 * sum) / count)));
  while (low > 0 && costOf(low - 1) < costOf(low)) low--;
  return { low, length: Math.ceil((KEY_BITS + costOf(low)) / 8) };
}
