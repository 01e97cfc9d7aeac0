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

/** So many bits say how many low bits each value of a list has. */
export const KEY_BITS = 5;

export const placeOf = (impact: number, { bits, least, step }: Scale): number =>
  Math.max(0, Math.min((1 << bits) - 1, Math.round((impact - least) / step)));

/** A record of a list that was unpacked is one number: its own times this, plus the impact. Numbers end below 2 ** 27. */
export const ENTRY = 16;

/** Bits are read ahead: where so many bytes stand behind a list it is read most quickly. */
export const PADDING = 4;
export function padded(bytes: Uint8Array): Uint8Array {
  const longer = new Uint8Array(bytes.length + PADDING);
  longer.set(bytes);
  return longer;
}

/**
 * The other way round: writes a list to `entries` from place `to` on. What a search does most, so it is written out. Throws
 * `DamagedIndex` where the list goes on past its end, which a sum does not tell where it was damaged before.
 */
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
    while (held === 0 && next <= end) {
      zeros += have;
      held = (bytes[next] as number) | ((bytes[next + 1] as number) << 8);
      next += 2;
      have = 16;
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
  if (next - (have >> 3) <= bytes.length) return;
  spoilt.add(bytes);
  throw new DamagedIndex();
}
