import { type Held, numberAt, type Walk } from './walks.ts';
import { IMPACT_MAX } from './weight.ts';

/** In a list that is longer, so many records are not looked for first. */
const RARE = 8_192;

/**
 * What the last of the best `most` scores at least, which one list alone may tell: what a rare word says of the records that have it.
 * Nothing that says less has to be looked through.
 */
export function sureScore(
  { entries }: Held,
  walks: Walk[],
  worth: number,
  most: number,
  isGone: (number: number) => boolean,
): number {
  let sure = 0;
  for (const { first, end, unit, blocks } of walks) {
    if (blocks || end - first < most || end - first > RARE) continue;
    const having = new Uint32Array(IMPACT_MAX + 1);
    for (let i = first; i < end; i++) {
      const impact = (entries[i] as number) & 15;
      if (!isGone(numberAt(entries, i))) having[impact] = (having[impact] as number) + 1;
    }
    let [impact, count] = [IMPACT_MAX, having[IMPACT_MAX] as number];
    while (impact > 0 && count < most) count += having[--impact] as number;
    sure = Math.max(sure, worth * unit * impact);
  }
  // A little less, so that of equals the newest still stands first.
  return sure * (1 - 1e-9);
}
