import { COMPARED, EACH, GRAM, type Places, STEP } from './grams.ts';
import type { Sliced } from './slices.ts';

/** The same stretch of text in what is wanted (from `i`) and on the page (from `j`). */
export interface Run {
  i: number;
  j: number;
  length: number;
}

/** The stretches of at least a gram that a text shares with the page, each as long as it goes, in the text's order. */
export function* findRuns(placesOf: Places, ink: string, wanted: string): Sliced<Run[]> {
  const runs: Run[] = [];
  const reached = new Map<number, number>(); // diagonal → where its last run ends
  const isSame = (i: number, by: number): boolean => wanted.charCodeAt(i) === ink.charCodeAt(i + by);
  for (let at = 0; at + GRAM <= wanted.length; at++) {
    if (!(at % STEP)) yield;
    for (const place of placesOf(wanted.slice(at, at + GRAM))) {
      const by = place - at;
      if ((reached.get(by) ?? 0) > at) continue;
      let i = at;
      let end = at;
      while (isSame(i - 1, by)) i--;
      while (isSame(end, by)) end++;
      reached.set(by, end);
      runs.push({ i, j: i + by, length: end - i });
    }
  }
  return runs
    .sort((a, b) => b.length - a.length)
    .slice(0, COMPARED + wanted.length / EACH)
    .sort((a, b) => a.i - b.i);
}
