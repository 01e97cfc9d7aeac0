import { readCensus } from './census.ts';
import { collectLeaves } from './collect.ts';
import type { Inverter } from './invert.ts';
import { readLeaf } from './leaf.ts';
import { createSegmentPart, type Part } from './part.ts';

/** A segment that is held in memory and stored nowhere, of what an inverter took in; its numbers count from `from`. */
export function holdPart(from: number, inverter: Inverter): Part {
  const built = collectLeaves();
  for (const [term, postings] of inverter.terms()) built.add(term, postings);
  const { firsts, leaves, census } = built.close();
  const read = leaves.map(readLeaf);
  return createSegmentPart({
    from,
    firsts,
    census: async () => readCensus(census, firsts),
    leaves: async (places) => places.flatMap((at) => read[at] ?? []),
  });
}
