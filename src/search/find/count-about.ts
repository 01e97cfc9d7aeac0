import type { Answered } from './ask-parts.ts';
import { highest } from './steps.ts';

/** As many as would have a needed word if none had to do with another. */
export function countAbout(answered: Answered[], records: number): number {
  let without = 1;
  for (const { slot, found } of answered) {
    const having = found.map((one) => one.having);
    if (slot.role === 'needed') without *= 1 - Math.min(1, highest(0, having) / records);
  }
  return Math.round(records * (1 - without));
}
