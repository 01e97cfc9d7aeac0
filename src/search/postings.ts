import { IMPACT_MAX } from './weight.ts';

/**
 * Which records have a term, in ascending order, and how much it says about each (1 to 15): gaps and impacts in one stream
 * of bits, see {@link Scale} and leaf.ts.
 */
export interface Packed {
  count: number;
  bytes: Uint8Array;
}

/** The same where it lies, from byte `at` on, with what has to be known to read it. */
export interface List extends Packed {
  at: number;
  /** Gaps are counted from this number. */
  from: number;
  scale: Scale;
}

/**
 * How impacts are stored: `gap * 2 ** bits + place`, where an impact is `least + step * place`. For what a beginning finds, four places
 * in the middle do; a facet says the same of every record.
 */
export interface Scale {
  bits: number;
  least: number;
  step: number;
}
export const FINE: Scale = { bits: 4, least: 0, step: 1 };
export const COARSE: Scale = { bits: 2, least: 5, step: 3 };
export const FLAT: Scale = { bits: 0, least: IMPACT_MAX, step: 1 };

export const placeOf = (impact: number, { bits, least, step }: Scale): number =>
  Math.max(0, Math.min((1 << bits) - 1, Math.round((impact - least) / step)));

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

/** So many bits say how many low bits each value of a list has, and more than so many it has not. */
const KEY_BITS = 5;
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

/** A record of a list that was unpacked is one number: its own times this, plus the impact. Numbers end below 2 ** 27. */
export const ENTRY = 16;

/** Bits are read ahead: where so many bytes stand behind a list it is read most quickly. */
export const PADDING = 4;
export function padded(bytes: Uint8Array): Uint8Array {
  const longer = new Uint8Array(bytes.length + PADDING);
  longer.set(bytes);
  return longer;
}

/** The other way round: writes a list to `entries` from place `to` on. What a search does most, so it is written out. */
export function unpack({ bytes, at, count, from, scale }: List, entries: Uint32Array, to = 0): void {
  if (count === 0) return;
  const { bits, least, step } = scale;
  const width = (1 << bits) - 1;
  const up = 4 - bits;
  const end = bytes.length + PADDING;
  // `held` has the next `have` bits, low ones first.
  let held = (bytes[at] as number) | 0;
  const low = held & ((1 << KEY_BITS) - 1);
  const mask = (1 << low) - 1;
  held >>>= KEY_BITS;
  let [next, have, entry] = [at + 1, 8 - KEY_BITS, ((from << 4) + least) | 0];
  for (let i = to, stop = to + count; i < stop; i++) {
    if (have < 16) {
      held |= ((bytes[next] as number) | ((bytes[next + 1] as number) << 8)) << have;
      next += 2;
      have += 16;
    }
    let zeros = 0;
    while (held === 0) {
      zeros += have;
      held = (bytes[next] as number) | ((bytes[next + 1] as number) << 8);
      next += 2;
      have = 16;
      if (next > end) throw new RangeError(CUT);
    }
    const run = 31 - Math.clz32(held & -held);
    // Twice, since nothing is shifted by 32.
    held = (held >>> run) >>> 1;
    have -= run + 1;
    for (; have < low; have += 8) held |= (bytes[next++] as number) << have;
    const value = ((zeros + run) << low) | (held & mask);
    held >>>= low;
    have -= low;
    const place = value & width;
    entry = (entry + ((value - place) << up)) | 0;
    entries[i] = entry + step * place;
    entry = (entry + ENTRY) | 0;
  }
  if (next - (have >> 3) > bytes.length) throw new RangeError(CUT);
}

const CUT = 'search index: postings go on past their end';

export function writeVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

export function readVarint(reader: { bytes: Uint8Array; at: number }): number {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = reader.bytes[reader.at++];
    if (byte === undefined) throw new RangeError('search index: a number goes on past its end');
    value += (byte % 128) * scale;
    if (byte < 128) return value;
  }
}
