import { ENOUGH } from './judge.ts';

/** Ink of context kept on each side: three quarters of a line. */
const USUAL = 42;
/** A quote that is not evidence enough for itself needs more: as much on each side as makes it evidence twice over. */
const FOR_SHORT = 2 * ENOUGH;
/** No more than this, however alike the passages are. */
const MOST = 160;
/** Beyond where a passage first differs from its doubles, two words more, for some of it may be edited. */
const SPARE = 16;
const STEP = 4;

/**
 * How much ink around a passage to keep: what stands before it must tell it from all other places where the page says
 * the same, and so must what stands after it, for one of the two may be edited.
 */
export function reachOf(ink: string, start: number, end: number): number {
  const isRepeated = (from: number, to: number): boolean => {
    const text = ink.slice(from, to);
    return ink.indexOf(text) < from || ink.indexOf(text, from + 1) >= 0;
  };
  let reach = 0;
  while (reach < MOST && (isRepeated(Math.max(0, start - reach), end) || isRepeated(start, end + reach))) reach += STEP;
  return Math.max(end - start < ENOUGH ? FOR_SHORT : USUAL, reach + SPARE);
}
