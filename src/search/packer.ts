import { BLOCK, isCut } from './blocks.ts';
import { joined } from './joined.ts';
import { ENTRY, KEY_BITS, numberAt, type Scale } from './postings.ts';
import { writeVarint } from './varint.ts';

/** Packs entries of ascending numbers, `number * 16 + impact` each; gaps are counted from `from`. The other way round: unpackAll in blocks.ts. */
export function pack(entries: Uint32Array, from: number, scale: Scale): Uint8Array {
  if (!isCut({ scale, count: entries.length })) return packOne(entries, from, scale);
  const head: number[] = [];
  const blocks: Uint8Array[] = [];
  for (let [at, start] = [0, from]; at < entries.length; start += BLOCK) {
    let end = at;
    while (end < entries.length && numberAt(entries, end) < start + BLOCK) end++;
    const bytes = packOne(entries.subarray(at, end), start, scale);
    writeVarint(head, end - at);
    writeVarint(head, bytes.length);
    blocks.push(bytes);
    at = end;
  }
  return joined([Uint8Array.of(blocks.length & 255, blocks.length >> 8, ...head), ...blocks]);
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

/** More low bits a value has not: they are read within one number. */
const LOW_MAX = 24;

/** Rice coding: see leaf.ts. */
function encode(values: Uint32Array): Uint8Array {
  const { low, length } = cheapest(values);
  const bytes = new Uint8Array(length);
  let [next, held, have] = [0, low, KEY_BITS];
  const flush = () => {
    for (; have > 7; have -= 8) {
      bytes[next++] = held & 255;
      held >>>= 8;
    }
  };
  for (const value of values) {
    for (let zeros = value >>> low; ; zeros -= 16) {
      flush();
      have += Math.min(zeros, 16);
      if (zeros < 16) break;
    }
    flush();
    held |= 1 << have++;
    for (let at = 0; at < low; at += 16) {
      flush();
      const size = Math.min(16, low - at);
      held |= ((value >>> at) & ((1 << size) - 1)) << have;
      have += size;
    }
  }
  flush();
  if (have > 0) bytes[next] = held;
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
