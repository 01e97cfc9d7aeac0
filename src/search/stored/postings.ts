import { isBeginning, isFacet } from '../text/beginnings.ts';
import { IMPACT_MAX } from '../text/weight.ts';

/**
 * Which records have a term, in ascending order, and how much it says about each (1 to 15): gaps and impacts in one stream
 * of bits, see {@link Scale} and leaf.ts.
 */
export interface Packed {
  count: number;
  bytes: Uint8Array;
}

/** The same as a search meets it: where it lies, or what is newer than all that is packed, see {@link unpack}. */
export type List = PackedList | { count: number; entries: number[] | Uint32Array; scale?: undefined };

/** Postings where they lie, from byte `at` on, with what has to be known to read them. */
export interface PackedList extends Packed {
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

/** How the impacts of a term are stored. */
export const scaleOf = (term: string): Scale => (isBeginning(term) ? COARSE : isFacet(term) ? FLAT : FINE);

/** So many bits say how many low bits each value of a list has. */
export const KEY_BITS = 5;

/** A record of a list that was unpacked is one number: its own times this, plus the impact. Numbers end below 2 ** 27. */
export const ENTRY = 16;
export const numberAt = (entries: Uint32Array, i: number): number => (entries[i] as number) >>> 4;

/** Bits are read ahead: so many bytes stand behind the last list of a leaf. */
export const PADDING = 4;

/**
 * Writes a list to `entries` from place `to` on. What a search does most, so it is written out: each value is looked at in one piece of
 * four bytes, wherever it begins. How it is packed: packer.ts.
 */
export function unpack(list: List, entries: Uint32Array, to = 0): void {
  if (!list.scale) {
    entries.set(list.entries.slice(0, list.count), to);
    return;
  }
  const { bytes, at, count, from, scale } = list;
  const { bits, least, step } = scale;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.length - at);
  const low = (bytes[at] as number) & ((1 << KEY_BITS) - 1);
  const [mask, width, up] = [(1 << low) - 1, (1 << bits) - 1, 4 - bits];
  let [bit, entry] = [KEY_BITS, ENTRY * from + least];
  for (let i = to, stop = to + count; i < stop; i++) {
    let zeros = 0;
    // Of four bytes that begin before a bit, 25 bits and more are left from it on.
    let held = view.getUint32(bit >> 3, true) >>> (bit & 7);
    while (held === 0) {
      zeros += 32 - (bit & 7);
      bit += 32 - (bit & 7);
      held = view.getUint32(bit >> 3, true) >>> (bit & 7);
    }
    const run = 31 - Math.clz32(held & -held);
    bit += run + 1;
    held = run + low < 25 ? (held >>> run) >>> 1 : view.getUint32(bit >> 3, true) >>> (bit & 7);
    bit += low;
    const value = ((zeros + run) << low) | (held & mask);
    const degree = value & width;
    entry = (entry + ((value - degree) << up)) | 0;
    entries[i] = entry + step * degree;
    entry = (entry + ENTRY) | 0;
  }
}
