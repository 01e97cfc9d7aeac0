import { createSegmentPart, type Part } from '../find/part.ts';
import { readCensus } from '../stored/census.ts';
import { readLeaf } from '../stored/leaf.ts';
import { collectLeaves } from './collect.ts';
import type { Inverter } from './invert.ts';

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
