import type { Results } from '../search/find/search.ts';
import type { Shown } from './read.ts';

type Hit = Results<Shown>['hits'][number];

/** How many of the things that were asked for stand in it. */
const saysOf = ({ marks }: Hit): number => new Set(marks.flatMap((field) => field.filter((_, i) => i % 3 === 2))).size;

/** Two lists as one, each in its order: whole matches first, then what says the most of what was asked for; of equals those of the first. */
export function mergeNear(first: Hit[], second: Hit[]): Hit[] {
  const merged = [...first, ...second].filter(({ isWhole }) => isWhole);
  const [ones, others] = [first, second].map((hits) =>
    hits.filter(({ isWhole }) => !isWhole).map((hit) => ({ hit, says: saysOf(hit) })),
  ) as [{ hit: Hit; says: number }[], { hit: Hit; says: number }[]];
  let next = 0;
  for (const { hit, says } of ones) {
    for (let other = others[next]; other && other.says > says; other = others[++next]) merged.push(other.hit);
    merged.push(hit);
  }
  return [...merged, ...others.slice(next).map(({ hit }) => hit)];
}
