/** Ink of context kept on each side, where that much tells the passage from every other. */
const USUAL = 56;
/** No more than this, however alike the passages are. */
const MOST = 240;
/** Beyond where a passage first differs from its doubles, so much more, for some of it may be edited. */
const SPARE = 24;
const STEP = 8;

/**
 * How much ink around a passage to keep: what stands before it must tell it from all other places where the page says
 * the same, and so must what stands after it, for one of the two may be edited.
 */
export function reachOf(ink: string, start: number, end: number): number {
  let before = 0;
  let after = 0;
  while (before < MOST && isRepeated(ink, Math.max(0, start - before), end)) before += STEP;
  while (after < MOST && isRepeated(ink, start, end + after)) after += STEP;
  return Math.min(MOST, Math.max(USUAL, before + SPARE, after + SPARE));
}

function isRepeated(ink: string, from: number, to: number): boolean {
  const text = ink.slice(from, to);
  return ink.indexOf(text) < from || ink.indexOf(text, from + 1) >= 0;
}
