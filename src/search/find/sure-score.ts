import { entries, FINEST, highest, type Step } from './steps.ts';

/** In a list that is longer it is not looked for what the best of it score. */
const RARE = 2_048;

/** What the last of the best `most` scores at least, which what the rarest word says may tell; a little less, for of equals the newest comes first. */
export function sureScore({ walks }: Step, most: number, isGone: (number: number) => boolean): number {
  const rare = walks.filter(({ first, next, blocks }) => !blocks && next - first <= RARE);
  const sure = rare.map(({ first, next, unit }) => {
    const live = entries.subarray(first, next).filter((entry) => !isGone(entry >>> 4));
    const impacts = live.map((entry) => entry & 15).sort();
    return unit * (impacts.at(-most) ?? 0) - FINEST;
  });
  return highest(-1, sure);
}
