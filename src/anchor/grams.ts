import type { Sliced } from './slices.ts';

/**
 * Where each short piece of a page's ink stands: a hash table from a gram to its places, newest first, as two arrays
 * (the `last` place of each bucket, and for each place the one `before` it in the same bucket).
 */
export interface Grams {
  /** Units in a gram. */
  size: number;
  last: Int32Array;
  before: Int32Array;
}

/** Eight letters are about a word and a half. An ideograph says as much as two or three letters. */
export const LETTERS = 8;
const IDEOGRAPHS = 3;
const IDEOGRAPH = /[\u3040-\u9fff\uac00-\ud7af]/g;
const STRIDE = 1 << 14;

/** A page's grams, made when first asked for and kept with it. */
export function* gramsOf(page: { ink: string; grams?: Grams }): Sliced<Grams> {
  if (page.grams) return page.grams;
  const { ink } = page;
  const isDense = (ink.slice(0, STRIDE).match(IDEOGRAPH)?.length ?? 0) * 3 > Math.min(ink.length, STRIDE);
  const size = isDense ? IDEOGRAPHS : LETTERS;
  const last = new Int32Array(1 << Math.min(20, 32 - Math.clz32(ink.length))).fill(-1);
  const before = new Int32Array(ink.length);
  const grams = { size, last, before };
  for (let at = 0; at + size <= ink.length; at++) {
    const bucket = bucketOf(grams, ink, at);
    before[at] = last[bucket] ?? -1;
    last[bucket] = at;
    if (at % STRIDE === 0) yield;
  }
  page.grams = grams;
  return grams;
}

/** FNV-1a over a gram's units. */
function bucketOf({ size, last }: Grams, text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + size; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (last.length - 1);
}

/** A gram that stands in more places than this tells nothing of where we are. */
const COMMON = 48;

/** Every place on the page of the gram that begins here in a text; none where it is too common to tell. */
export function placesOf(grams: Grams, ink: string, text: string, at: number): number[] {
  const gram = text.slice(at, at + grams.size);
  const places: number[] = [];
  for (let j = grams.last[bucketOf(grams, text, at)] ?? -1; j >= 0; j = grams.before[j] ?? -1) {
    if (!ink.startsWith(gram, j)) continue;
    if (places.push(j) > COMMON) return [];
  }
  return places;
}
