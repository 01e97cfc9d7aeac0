import { KEY_BITS, type Packed, placeOf, type Scale } from './postings.ts';

/** Where postings are collected until they are packed. It grows, and can be used again. */
export interface Packer {
  values: Uint32Array;
  bytes: Uint8Array;
  count: number;
  /** The number after the last. */
  next: number;
}

export const createPacker = (size = 1024): Packer => ({
  values: new Uint32Array(size),
  bytes: new Uint8Array(4 * size),
  count: 0,
  next: 0,
});

/** Begins anew; the first gap counts from `from`. */
export function resetPacker(packer: Packer, from: number): void {
  packer.count = 0;
  packer.next = from;
}

/** Adds one, whose number is higher than the last. */
export function pack(packer: Packer, number: number, impact: number, scale: Scale): void {
  if (packer.count === packer.values.length) {
    const values = new Uint32Array(2 * packer.count);
    values.set(packer.values);
    packer.values = values;
  }
  packer.values[packer.count++] = (number - packer.next) * 2 ** scale.bits + placeOf(impact, scale);
  packer.next = number + 1;
}

/** More low bits a value has not: they are read within one number. */
const LOW_MAX = 24;

/** What was packed, until something else is. */
export function packed(packer: Packer): Packed {
  const { values, count } = packer;
  if (count === 0) return { count, bytes: packer.bytes.subarray(0, 0) };
  const { low, length } = cheapest(values, count);
  if (length > packer.bytes.length) packer.bytes = new Uint8Array(2 * length);
  const { bytes } = packer;
  let [next, held, have] = [0, low, KEY_BITS];
  const flush = () => {
    for (; have > 7; have -= 8) {
      bytes[next++] = held & 255;
      held >>>= 8;
    }
  };
  for (let i = 0; i < count; i++) {
    const value = values[i] as number;
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
  if (have > 0) bytes[next++] = held;
  return { count, bytes: bytes.subarray(0, next) };
}

/** How many low bits to give each value so that all of them take the fewest, and how many bytes those are. */
function cheapest(values: Uint32Array, count: number): { low: number; length: number } {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i] as number;
  // About right where gaps are as if by chance; where they are not, fewer do.
  let low = Math.min(LOW_MAX, Math.floor(Math.log2(1 + (Math.LN2 * sum) / count)));
  let least = costOf(values, count, low);
  for (; low > 0; low--) {
    const cost = costOf(values, count, low - 1);
    if (cost >= least) break;
    least = cost;
  }
  return { low, length: Math.ceil((KEY_BITS + least) / 8) };
}

function costOf(values: Uint32Array, count: number, low: number): number {
  let bits = count * (1 + low);
  for (let i = 0; i < count; i++) bits += (values[i] as number) >>> low;
  return bits;
}
