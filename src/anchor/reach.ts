import { onceAt } from './page.ts';
import { ENOUGH, FOR_SHORT, MOST, USUAL } from './weights.ts';

/**
 * How much ink around a passage to keep: more where the page says the same, and the same around it, once again.
 */
export function reachOf(ink: string, start: number, end: number): number {
  const usual = end - start < ENOUGH ? FOR_SHORT : USUAL;
  const text = ink.slice(Math.max(0, start - usual), end + usual);
  return onceAt(ink, text) < 0 ? MOST : usual;
}
