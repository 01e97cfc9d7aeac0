import type { Run } from './runs.ts';
import { jumpPrice } from './weights.ts';

/** A run with the best row of runs that may stand before it: what they share in all, less the price of the jumps. */
interface Link extends Run {
  score: number;
  before: Link | undefined;
}

/**
 * Ways a text may lie on the page, each a row of runs in order on both sides: the one that shares most first, then
 * others made of other runs.
 */
export function findChains(runs: readonly Run[]): Run[][] {
  const WAYS = 4; // so many are looked at
  const links: Link[] = [];
  for (const run of runs) {
    let score = run.length;
    let before: Link | undefined;
    for (const link of links) {
      const used = Math.max(0, link.i + link.length - run.i, link.j + link.length - run.j);
      const jump = Math.abs(run.j - run.i - link.j + link.i);
      const sum = link.score + run.length - used - jumpPrice(jump);
      if (used < run.length && run.j > link.j && sum > score) {
        score = sum;
        before = link;
      }
    }
    links.push({ ...run, score, before });
  }
  const taken = new Set<Link>();
  return links
    .sort((a, b) => b.score - a.score)
    .map((link) => follow(link, taken))
    .filter((chain) => chain.length)
    .slice(0, WAYS);
}

/** The runs up to a link; none where it branches off from a row that was taken, for it is at the same place. */
function follow(end: Link, taken: Set<Link>): Run[] {
  const chain: Run[] = [];
  for (let link: Link | undefined = end; link; link = link.before) {
    if (taken.has(link)) break;
    taken.add(link);
    const [next = { i: Infinity, j: Infinity }] = chain;
    chain.unshift({ ...link, length: Math.min(link.length, next.i - link.i, next.j - link.j) });
  }
  return chain;
}
