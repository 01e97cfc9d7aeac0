import { type Grams, placesOf } from './grams.ts';

/** The same stretch of text in what is wanted (from `i`) and on the page (from `j`). */
export interface Run {
  i: number;
  j: number;
  length: number;
}

/** Of a very long passage, grams are looked up at so many places. */
const LOOKUPS = 512;
/** So many runs are put in order, the longest of them. */
const MOST = 256;

/** The stretches of at least a gram that a text shares with the page, each as long as it goes, in the text's order. */
export function findRuns(grams: Grams, ink: string, wanted: string): Run[] {
  const runs: Run[] = [];
  const reached = new Map<number, number>(); // diagonal → where its last run ends
  const step = Math.ceil(wanted.length / LOOKUPS);
  for (let i = 0; i + grams.size <= wanted.length; i += step) {
    for (const j of placesOf(grams, ink, wanted, i)) {
      if ((reached.get(j - i) ?? 0) > i) continue;
      const run = extend(ink, wanted, i, j, grams.size);
      reached.set(j - i, run.i + run.length);
      runs.push(run);
    }
  }
  if (runs.length > MOST) runs.sort((a, b) => b.length - a.length).length = MOST;
  return runs.sort((a, b) => a.i - b.i || a.j - b.j);
}

function extend(ink: string, wanted: string, i: number, j: number, size: number): Run {
  let back = 0;
  while (back < i && back < j && wanted.charCodeAt(i - back - 1) === ink.charCodeAt(j - back - 1)) back++;
  let length = size;
  while (i + length < wanted.length && wanted.charCodeAt(i + length) === ink.charCodeAt(j + length)) length++;
  return { i: i - back, j: j - back, length: length + back };
}
