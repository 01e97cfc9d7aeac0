import type { Sliced } from './slices.ts';

/** Every place on the page where a gram stands; none where it is too common to tell where we are. */
export type Places = (gram: string) => number[];

/** Units in a gram: about a word. */
export const GRAM = 6;
/** A gram that stands in more places than this tells nothing. */
const COMMON = 16;
/** So many runs of grams are put in order, the longest of them, and one more for so many letters that are looked for. */
export const COMPARED = 64;
export const EACH = 256;
/** Between two pauses so many grams are read, and as a search takes longer, so many are looked for. */
const STRIDE = 1 << 13;
export const STEP = 512;
/** Bits of a bucket's number: on a page of a megabyte, four places to a bucket. */
const BITS = 18;

/**
 * A page's grams, read when first asked for: a hash table from a gram to its places, newest first, as two arrays (one
 * more than the `last` place of each bucket, and for each place one more than that `before` it in the same bucket).
 */
export function* placesOn(page: { ink: string; places?: Places }): Sliced<Places> {
  if (!page.places) {
    const { ink } = page;
    const last = new Int32Array(1 << BITS);
    const before = new Int32Array(ink.length);
    for (let at = 0; at < ink.length; at++) {
      if (!(at % STRIDE)) yield;
      const bucket = bucketOf(ink, at);
      before[at] = last[bucket] ?? 0;
      last[bucket] = at + 1;
    }
    page.places = (gram) => {
      const places: number[] = [];
      for (let next = last[bucketOf(gram, 0)]; next; next = before[next - 1]) {
        if (ink.startsWith(gram, next - 1) && places.push(next - 1) > COMMON) return [];
      }
      return places;
    };
  }
  return page.places;
}

/** FNV-0 over a gram's units; its upper bits are the best mixed. */
function bucketOf(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + GRAM; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> (32 - BITS);
}
