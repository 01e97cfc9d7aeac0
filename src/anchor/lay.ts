import type { Run } from './runs.ts';

/** A stretch between two runs is not compared unit by unit beyond this many pairs: it was rewritten. */
const CELLS = 1 << 15;
/** Shorter agreement than this is chance: every text has an e. */
const RUN = 3;

/**
 * Where each unit of the wanted text stands on the page, or -1: the runs of a chain, and what else agrees between and
 * beside them, the longest stretch first, then what is left and right of it.
 */
export function lay(ink: string, wanted: string, chain: readonly Run[]): Int32Array {
  const map = new Int32Array(wanted.length).fill(-1);
  const fill = (i: number, iEnd: number, j: number, jEnd: number): void => {
    if ((iEnd - i) * (jEnd - j) > CELLS) return;
    const run = findLongest(ink, wanted, i, iEnd, j, jEnd);
    if (run.length < RUN) return;
    mark(map, run);
    fill(i, run.i, j, run.j);
    fill(run.i + run.length, iEnd, run.j + run.length, jEnd);
  };
  let i = 0;
  let j = -1;
  for (const run of [...chain, { i: wanted.length, j: -1, length: 0 }]) {
    const beside = (run.i - i) * 1.5 + 16;
    fill(i, run.i, Math.max(0, j < 0 ? Math.ceil(run.j - beside) : j), run.j < 0 ? Math.floor(j + beside) : run.j);
    mark(map, run);
    i = run.i + run.length;
    j = run.j + run.length;
  }
  return map;
}

function mark(map: Int32Array, { i, j, length }: Run): void {
  for (let k = 0; k < length; k++) map[i + k] = j + k;
}

/** The longest stretch that two texts share, between these bounds. */
function findLongest(ink: string, wanted: string, i: number, iEnd: number, j: number, jEnd: number): Run {
  const lengths = new Uint16Array(Math.max(0, jEnd - j) + 1); // of the run that ends with each unit of the page
  let longest: Run = { i, j, length: 0 };
  for (let a = i; a < iEnd; a++) {
    for (let b = jEnd - 1; b >= j; b--) {
      const length = wanted.charCodeAt(a) === ink.charCodeAt(b) ? (lengths[b - j] ?? 0) + 1 : 0;
      lengths[b - j + 1] = length;
      if (length > longest.length) longest = { i: a + 1 - length, j: b + 1 - length, length };
    }
  }
  return longest;
}
