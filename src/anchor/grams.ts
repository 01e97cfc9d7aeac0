import type { Sliced } from './slices.ts';

/**
 * Where each short piece of a page's ink stands: a hash table from a gram to its places, newest first, as two arrays
 * (the `last` place of each bucket, and for each place the one `before` it in the same bucket).
 */
export interface Grams {
  last: Int32Array;
  before: Int32Array;
}

/** Units in a gram: about a word. */
export const GRAM = 6;
const STRIDE = 1 << 14;

/** A page's grams, made when first asked for. */
export function* gramsOf(page: { ink: string; grams?: Grams }): Sliced<Grams> {
  if (page.grams) return page.grams;
  const { ink } = page;
  const last = new Int32Array(1 << Math.min(20, 32 - Math.clz32(ink.length))).fill(-1);
  const before = new Int32Array(ink.length);
  for (let at = 0; at < ink.length; at++) {
    const bucket = bucketOf(ink, at) & (last.length - 1);
    before[at] = last[bucket] ?? -1;
    last[bucket] = at;
    if (at % STRIDE === 0) yield;
  }
  page.grams = { last, before };
  return page.grams;
}

/** FNV-1a over a gram's units. */
function bucketOf(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + GRAM; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** A gram that stands in more places than this tells nothing of where we are. */
const COMMON = 16;

/** Every place on the page of the gram that begins here in a text; none where it is too common to tell. */
export function placesOf({ last, before }: Grams, ink: string, text: string, at: number): number[] {
  const gram = text.slice(at, at + GRAM);
  const places: number[] = [];
  for (let j = last[bucketOf(text, at) & (last.length - 1)] ?? -1; j >= 0; j = before[j] ?? -1) {
    if (ink.startsWith(gram, j) && places.push(j) > COMMON) return [];
  }
  return places;
}
