import { DamagedIndex, spoilt } from './damaged.ts';
import { IMPACT_MAX } from './weight.ts';

/**
 * Which records have a term, in ascending order, and how much it says about each (1 to 15): gaps and impacts in one stream
 * of bits, see {@link Scale} and leaf.ts.
 */
export interface Packed {
  count: number;
  bytes: Uint8Array;
}

/** The same as a search meets it: where it lies, or what is newer than all that is packed, see {@link unpack}. */
export type List = PackedList | { count: number; entries: number[] };

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

/** So many bits say how many low bits each value of a list has. */
export const KEY_BITS = 5;

export const placeOf = (impact: number, { bits, least, step }: Scale): number =>
  Math.max(0, Math.min((1 << bits) - 1, Math.round((impact - least) / step)));

/** A record of a list that was unpacked is one number: its own times this, plus the impact. Numbers end below 2 ** 27. */
export const ENTRY = 16;

/** Bits are read ahead: so many bytes stand behind every list. */
export const PADDING = 4;
export function padded(bytes: Uint8Array): Uint8Array {
  const longer = new Uint8Array(bytes.length + PADDING);
  longer.set(bytes);
  return longer;
}

/**
 * The other way round: writes a list to `entries` from place `to` on. What a search does most, so it is written out: each value is
 * looked at in one piece of four bytes, wherever it begins. Throws `DamagedIndex` where the list goes on past its end, which a sum does
 * not tell where it was damaged before.
 */
export function unpack(list: List, entries: Uint32Array, to = 0): void {
  if ('entries' in list) entries.set(list.entries.slice(0, list.count), to);
  else if (list.count > 0)
    readOn(list, entries, to, list.count, { bit: KEY_BITS, entry: ENTRY * list.from + list.scale.least });
}

/** Where the next value of a list begins, and what it is added to. */
export interface Place {
  bit: number;
  entry: number;
}

/** Unpacks the next `count` of a list, and moves `place` behind them. */
export function readOn(
  { bytes, at, scale }: PackedList,
  entries: Uint32Array,
  to: number,
  count: number,
  place: Place,
): void {
  const { bits, step } = scale;
  const last = 8 * (bytes.length - at - PADDING);
  if (last <= 0) spoil(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset + at);
  const low = (bytes[at] as number) & ((1 << KEY_BITS) - 1);
  const [mask, width, up] = [(1 << low) - 1, (1 << bits) - 1, 4 - bits];
  let { bit, entry } = place;
  for (let i = to, stop = to + count; i < stop; i++) {
    let zeros = 0;
    let held = 0;
    // Of four bytes that begin before a bit, 25 bits and more are left from it on.
    while (bit <= last) {
      held = view.getUint32(bit >> 3, true) >>> (bit & 7);
      if (held !== 0) break;
      zeros += 32 - (bit & 7);
      bit += 32 - (bit & 7);
    }
    const run = 31 - Math.clz32(held & -held);
    bit += run + 1;
    if (run + low < 25) held = (held >>> run) >>> 1;
    else held = bit <= last ? view.getUint32(bit >> 3, true) >>> (bit & 7) : 0;
    bit += low;
    const value = ((zeros + run) << low) | (held & mask);
    const degree = value & width;
    entry = (entry + ((value - degree) << up)) | 0;
    entries[i] = entry + step * degree;
    entry = (entry + ENTRY) | 0;
  }
  if (bit > last) spoil(bytes);
  place.bit = bit;
  place.entry = entry;
}

function spoil(bytes: Uint8Array): never {
  spoilt.add(bytes);
  throw new DamagedIndex();
}
