import { GRAM, type Grams, placesOf } from './grams.ts';

/** The same stretch of text in what is wanted (from `i`) and on the page (from `j`). */
export interface Run {
  i: number;
  j: number;
  length: number;
}

/** So many runs are put in order, the longest of them. */
const MOST = 64;

/** The stretches of at least a gram that a text shares with the page, each as long as it goes, in the text's order. */
export function findRuns(grams: Grams, ink: string, wanted: string): Run[] {
  const runs: Run[] = [];
  const reached = new Map<number, number>(); // diagonal → where its last run ends
  const isSame = (i: number, j: number): boolean => wanted.charCodeAt(i) === ink.charCodeAt(j);
  for (let at = 0; at + GRAM <= wanted.length; at++) {
    for (const place of placesOf(grams, ink, wanted, at)) {
      if ((reached.get(place - at) ?? 0) > at) continue;
      let [i, j, end] = [at, place, at];
      while (isSame(i - 1, j - 1)) [i, j] = [i - 1, j - 1];
      while (isSame(end, end + place - at)) end++;
      reached.set(place - at, end);
      runs.push({ i, j, length: end - i });
    }
  }
  return runs
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST)
    .sort((a, b) => a.i - b.i || a.j - b.j);
}
