import type { Run } from './runs.ts';

/** Runs in order on both sides: one way the wanted text may lie on the page. */
export interface Chain {
  runs: Run[];
  score: number;
}

/** What a break in the sequence costs, in letters: a word or two stands between, or is gone, or much more. */
export const jumpPrice = (jump: number): number => (jump > 0 ? 2 + Math.log2(jump) + jump / 16 : 0);

/** So many ways are looked at. */
const WAYS = 3;

/**
 * Ways the wanted text may lie on the page: the one that shares most first, then others that do not overlap it and
 * share at least half as much, for a text that shares less cannot win by what is between the runs.
 */
export function findChains(runs: readonly Run[], borders: readonly number[]): Chain[] {
  const score = runs.map((run) => run.length);
  const from = runs.map((run, r) => {
    let best = -1;
    for (let s = 0; s < r; s++) {
      const gain = (score[s] ?? 0) + joined(runs[s], run);
      if (gain <= (score[r] ?? 0)) continue;
      score[r] = gain;
      best = s;
    }
    return best;
  });
  const order = [...score.keys()].sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0));
  const chains: Chain[] = [];
  for (const end of order) {
    const chain = { runs: walk(runs, from, end, borders), score: score[end] ?? 0 };
    if (chains.length === WAYS || chain.score * 2 < (chains[0]?.score ?? 0)) break;
    if (chains.every((other) => isApart(other.runs, chain.runs))) chains.push(chain);
  }
  return chains;
}

/** What a run adds after another: its units not yet used, less the price of the jump between them. */
function joined(other: Run | undefined, run: Run): number {
  const used = other ? overlap(other, run) : run.length;
  if (!other || used >= run.length || run.j <= other.j) return Number.NEGATIVE_INFINITY;
  return run.length - used - jumpPrice(Math.abs(run.j - run.i - other.j + other.i));
}

const overlap = (a: Run, b: Run): number => Math.max(0, a.i + a.length - b.i, a.j + a.length - b.j);

/** The chain that ends here. Two runs that overlap are cut at a border of the quote, where one lies in between. */
function walk(runs: readonly Run[], from: readonly number[], end: number, borders: readonly number[]): Run[] {
  const chain: Run[] = [];
  for (let r = end; r >= 0; r = from[r] ?? -1) {
    const run = { i: 0, j: 0, length: 0, ...runs[r] };
    const next = chain[0];
    if (next) {
      const used = overlap(run, next);
      const border = borders.find((at) => at > next.i && at <= next.i + used) ?? next.i;
      const late = border - next.i;
      run.length -= used - late;
      chain[0] = { i: border, j: next.j + late, length: next.length - late };
    }
    if (run.length > 0) chain.unshift(run);
  }
  return chain.filter((run) => run.length > 0);
}

function isApart(a: readonly Run[], b: readonly Run[]): boolean {
  const end = (runs: readonly Run[]): number => (runs.at(-1)?.j ?? 0) + (runs.at(-1)?.length ?? 0);
  return (a[0]?.j ?? 0) >= end(b) || (b[0]?.j ?? 0) >= end(a);
}
