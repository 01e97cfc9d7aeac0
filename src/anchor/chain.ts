import type { Run } from './runs.ts';

/** What a break in the sequence costs, in letters: a word or two stands between, or is gone, or much more. */
export const jumpPrice = (jump: number): number => jump && 2 + Math.log2(jump) + jump / 16;

/** So many ways are looked at. */
const WAYS = 3;

/** A run with the best row of runs that may stand before it: what they share in all, less the price of the jumps. */
interface Link extends Run {
  score: number;
  before?: Link;
}

/**
 * Ways a text may lie on the page, each a row of runs in order on both sides: the one that shares most first, then
 * others made of other runs that share at least half as much.
 */
export function findChains(runs: readonly Run[], borders: readonly number[]): Run[][] {
  const links: Link[] = [];
  for (const run of runs) {
    const link: Link = { ...run, score: run.length };
    for (const before of links) {
      const used = overlap(before, run);
      const jump = Math.abs(run.j - run.i - before.j + before.i);
      const score = before.score + run.length - used - jumpPrice(jump);
      if (used < run.length && run.j > before.j && score > link.score) Object.assign(link, { score, before });
    }
    links.push(link);
  }
  links.sort((a, b) => b.score - a.score);
  const taken = new Set<Link>();
  return links
    .filter(({ score }) => score * 2 >= (links[0]?.score ?? 0))
    .map((link) => follow(link, taken, borders))
    .filter((chain) => chain.length)
    .slice(0, WAYS);
}

const overlap = (a: Run, b: Run): number => Math.max(0, a.i + a.length - b.i, a.j + a.length - b.j);

/** The runs up to a link; none where it branches off from a row that was taken, for it is at the same place. Two that overlap are cut at a border of the quote, where one lies between. */
function follow(end: Link, taken: Set<Link>, borders: readonly number[]): Run[] {
  const chain: Run[] = [];
  for (let link: Link | undefined = end; link; link = link.before) {
    if (taken.has(link)) return [];
    taken.add(link);
    const { i, j, length } = link;
    const run = { i, j, length };
    const [next] = chain;
    if (next) {
      const used = overlap(run, next);
      const cut = borders.find((at) => at > next.i && at <= next.i + used) ?? next.i;
      const late = cut - next.i;
      chain[0] = { i: cut, j: next.j + late, length: next.length - late };
      run.length -= used - late;
    }
    chain.unshift(run);
  }
  return chain;
}
