import { createLeafWriter } from './build.ts';
import { joined, readCensus } from './census.ts';
import type { Inverter } from './invert.ts';
import { type ReadLeaf, readLeaf } from './leaf.ts';
import { createSegmentPart, type Part } from './part.ts';

/** A segment that is held in memory and stored nowhere, of what an inverter took in; its numbers count from `from`. */
export function holdPart(from: number, inverter: Inverter): Part {
  const leaves: ReadLeaf[] = [];
  const firsts: string[] = [];
  const lists: [term: string, bytes: Uint8Array][] = [];
  const censuses: Uint8Array[] = [];
  const writer = createLeafWriter({
    leaf: (first, leaf, census) => {
      leaves.push(readLeaf(leaf));
      firsts.push(first);
      censuses.push(census);
    },
    large: (term, bytes) => lists.push([term, bytes]),
  });
  for (const [term, postings] of inverter.terms()) writer.add(term, postings);
  writer.close();
  return createSegmentPart({
    from,
    firsts,
    census: async () => readCensus(joined(censuses), firsts),
    leaves: async (places) => places.flatMap((at) => leaves[at] ?? []),
    guesses: () => false,
    lists: async (stretches) =>
      new Map(lists.filter(([term]) => stretches.some(({ first, last }) => first <= term && term <= last))),
  });
}
