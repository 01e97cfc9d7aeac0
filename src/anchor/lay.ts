import { align } from './align.ts';
import type { Quote } from './quote.ts';
import type { Run } from './runs.ts';

/** A stretch between two runs is not compared unit by unit beyond this many pairs: it was rewritten. */
const CELLS = 1 << 15;

/**
 * Where each unit of the wanted text (prefix, quote and suffix in one) stands on the page, or -1: the runs of a chain,
 * and what else agrees between and beside them.
 */
export function lay(ink: string, wanted: string, runs: readonly Run[]): Int32Array {
  const map = new Int32Array(wanted.length).fill(-1);
  let i = 0;
  let j = -1;
  for (const run of runs) {
    compare(map, ink, wanted, i, run.i, j < 0 ? run.j - reach(run.i) : j, run.j, j < 0);
    for (let k = 0; k < run.length; k++) map[run.i + k] = run.j + k;
    i = run.i + run.length;
    j = run.j + run.length;
  }
  compare(map, ink, wanted, i, wanted.length, j, j + reach(wanted.length - i), false);
  return map;
}

/** The same around one place where the quote itself stands word for word. */
export function layAround(ink: string, { prefix, exact, suffix }: Quote, at: number): Int32Array {
  return lay(ink, prefix + exact + suffix, [{ i: prefix.length, j: at, length: exact.length }]);
}

/** How far beside a chain its missing end is looked for. */
const reach = (length: number): number => length + (length >> 1) + 16;

function compare(
  map: Int32Array,
  ink: string,
  wanted: string,
  i: number,
  iEnd: number,
  j: number,
  jEnd: number,
  isEndPinned: boolean,
): void {
  const from = Math.max(0, j);
  if (iEnd <= i || jEnd <= from || (iEnd - i) * (jEnd - from) > CELLS) return;
  align(wanted.slice(i, iEnd), ink.slice(from, jEnd), isEndPinned).forEach((at, k) => {
    if (at >= 0) map[i + k] = from + at;
  });
}
