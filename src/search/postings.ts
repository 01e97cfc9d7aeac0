import { IMPACT_MAX } from './weight.ts';

/**
 * Which records have a term, in ascending order, and how much it says about each (1 to 15): gaps and impacts in one stream
 * of varints, see {@link Scale}.
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
 * How impacts are stored: `gap * width + place`, where an impact is `least + step * place`. For what a beginning finds, four places
 * in the middle do, which saves a byte wherever a gap would just not fit in one.
 */
export interface Scale {
  width: number;
  least: number;
  step: number;
}
export const FINE: Scale = { width: IMPACT_MAX + 1, least: 0, step: 1 };
export const COARSE: Scale = { width: 4, least: 5, step: 3 };

export const placeOf = (impact: number, { width, least, step }: Scale): number =>
  Math.max(0, Math.min(width - 1, Math.round((impact - least) / step)));

/** Where postings are packed one by one. It grows, and can be used again. */
export interface Packer {
  bytes: Uint8Array;
  length: number;
  count: number;
  last: number;
}

export const createPacker = (size = 4096): Packer => ({ bytes: new Uint8Array(size), length: 0, count: 0, last: 0 });

/** Begins anew; the first gap counts from `from`. */
export function resetPacker(packer: Packer, from: number): void {
  packer.length = 0;
  packer.count = 0;
  packer.last = from;
}

const VARINT_MAX = 8;

/** Adds one, whose number is higher than the last. */
export function pack(packer: Packer, number: number, impact: number, scale: Scale): void {
  if (packer.length + VARINT_MAX > packer.bytes.length) {
    const bytes = new Uint8Array(2 * packer.bytes.length + VARINT_MAX);
    bytes.set(packer.bytes);
    packer.bytes = bytes;
  }
  const { bytes } = packer;
  let at = packer.length;
  let rest = (number - packer.last) * scale.width + placeOf(impact, scale);
  while (rest > 127) {
    bytes[at++] = (rest % 128) + 128;
    rest = Math.floor(rest / 128);
  }
  bytes[at++] = rest;
  packer.length = at;
  packer.last = number;
  packer.count++;
}

/** What was packed, until something else is. */
export const packed = ({ bytes, length, count }: Packer): Packed => ({ count, bytes: bytes.subarray(0, length) });

/** A record of a list that was unpacked is one number: its own times this, plus the impact. Numbers end below 2 ** 27. */
export const ENTRY = 16;

/** The other way round: writes a list to `entries` from place `to` on. */
export function unpack(list: List, entries: Uint32Array, to = 0): void {
  const next = list.scale === FINE ? unpackFine(list, entries, to) : unpackCoarse(list, entries, to);
  if (next > list.bytes.length) throw new RangeError('search index: postings go on past their end');
}

/** Written out, in whole numbers, for it is what a search does most. Gives where it stopped reading. */
function unpackFine({ bytes, at, count, from }: List, entries: Uint32Array, to: number): number {
  let [last, next] = [from * ENTRY, at];
  for (let i = to, end = to + count; i < end; i++) {
    let value = (bytes[next++] as number) | 0;
    if (value > 127) {
      value &= 127;
      for (let byte = 128, shift = 7; byte > 127; shift += 7) {
        byte = (bytes[next++] as number) | 0;
        value |= (byte & 127) << shift;
      }
    }
    // An entry is what lies before it, without its impact, and what was stored.
    const entry = (last + value) | 0;
    entries[i] = entry;
    last = entry & -ENTRY;
  }
  return next;
}

/** Every impact stands where it is read, so gaps and places are widened to what the finer scale stores. */
function unpackCoarse({ bytes, at, count, from, scale }: List, entries: Uint32Array, to: number): number {
  const { width, least, step } = scale;
  const bits = Math.log2(width);
  let [last, next] = [from * ENTRY, at];
  for (let i = to, end = to + count; i < end; i++) {
    let value = (bytes[next++] as number) | 0;
    if (value > 127) {
      value &= 127;
      for (let byte = 128, shift = 7; byte > 127; shift += 7) {
        byte = (bytes[next++] as number) | 0;
        value |= (byte & 127) << shift;
      }
    }
    last = (last + (value >> bits) * ENTRY) | 0;
    entries[i] = last + least + step * (value & (width - 1));
  }
  return next;
}

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
