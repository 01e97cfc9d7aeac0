import type { Run } from './runs.ts';

/** A stretch between two runs is not compared unit by unit beyond this many pairs: it was rewritten. */
const CELLS = 1 << 13;
/** Shorter agreement than this is chance: every text has an e. */
const RUN = 3;

/** Where each unit of a text stands on the page; a hole where it does not. */
export type Laid = number[];

/**
 * Where each unit of the wanted text stands on the page, if it does: the runs of a chain, and what else agrees between and
 * beside them, the longest stretch first, then what is left and right of it.
 */
export function lay(ink: string, wanted: string, chain: readonly Run[]): Laid {
  const map: Laid = [];
  const mark = ({ i, j, length }: Run): void => {
    for (let k = 0; k < length; k++) map[i + k] = j + k;
  };
  const fill = (i: number, iEnd: number, j: number, jEnd: number): void => {
    if ((iEnd - i) * (jEnd - j) > CELLS) return;
    const lengths = new Int32Array(jEnd - j + 1); // of the run that ends with each unit of the page
    let longest: Run = { i, j, length: 0 };
    for (let a = i; a < iEnd; a++) {
      for (let b = jEnd; b-- > j; ) {
        const length = wanted.charCodeAt(a) === ink.charCodeAt(b) ? (lengths[b - j] ?? 0) + 1 : 0;
        lengths[b - j + 1] = length;
        if (length > longest.length) longest = { i: a + 1 - length, j: b + 1 - length, length };
      }
    }
    if (longest.length < RUN) return;
    mark(longest);
    fill(i, longest.i, j, longest.j);
    fill(longest.i + longest.length, iEnd, longest.j + longest.length, jEnd);
  };
  let i = 0;
  let j = -1;
  for (const run of [...chain, { i: wanted.length, j: -1, length: 0 }]) {
    const beside = (((run.i - i) * 3) >> 1) + 16;
    fill(i, run.i, j < 0 ? run.j - beside : j, run.j < 0 ? j + beside : run.j);
    mark(run);
    i = run.i + run.length;
    j = run.j + run.length;
  }
  return map;
}
