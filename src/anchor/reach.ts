import { ENOUGH, FOR_SHORT, MOST, SPARE, STEP, USUAL } from './weights.ts';

/**
 * How much ink around a passage to keep: what stands before it must tell it from all other places where the page says
 * the same, and so must what stands after it, for one of the two may be edited.
 */
export function reachOf(ink: string, start: number, end: number): number {
  const isRepeated = (from: number, to: number): boolean => {
    const text = ink.slice(Math.max(0, from), to);
    return ink.indexOf(text, ink.indexOf(text) + 1) >= 0;
  };
  let reach = 0;
  while (reach < MOST && (isRepeated(start - reach, end) || isRepeated(start, end + reach))) reach += STEP;
  return Math.max(end - start < ENOUGH ? FOR_SHORT : USUAL, reach + SPARE);
}
