import type { Results } from './results.ts';

type Hit<T> = Results<T>['hits'][number];

/** How many of the things that were asked for stand in it. */
const saysOf = ({ marks }: Pick<Hit<unknown>, 'marks'>): number =>
  new Set(marks.flatMap((field) => field.filter((_, i) => i % 3 === 2))).size;

/** Two lists as one, each in its order: whole matches first, then what says the most of what was asked for; of equals those of the first. */
export function mergeNear<T>(first: Hit<T>[], second: Hit<T>[]): Hit<T>[] {
  const merged = [...first, ...second].filter(({ isWhole }) => isWhole);
  const inPart = (hits: Hit<T>[]) => hits.filter(({ isWhole }) => !isWhole).map((hit) => ({ hit, says: saysOf(hit) }));
  const others = inPart(second);
  let next = 0;
  for (const { hit, says } of inPart(first)) {
    for (let other = others[next]; other && other.says > says; other = others[++next]) merged.push(other.hit);
    merged.push(hit);
  }
  return [...merged, ...others.slice(next).map(({ hit }) => hit)];
}
