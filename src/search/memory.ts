import { createLeafWriter } from './build.ts';
import { joined, readCensus } from './census.ts';
import type { Read } from './entry.ts';
import { createInverter } from './invert.ts';
import { type ReadLeaf, readLeaf } from './leaf.ts';
import { createSegmentPart } from './part.ts';
import type { Index } from './search.ts';
import { type Loaded, toLoaded } from './skim.ts';
import { weighWords } from './tally-words.ts';

/** An index of one segment that is held in memory, over records numbered from 0. For measuring and for trying things out. */
export function createMemoryIndex(records: Read[]): { index: Index; entries: Loaded<null>[] } {
  const entries = records.map((record) => toLoaded(null, record));
  const leaves: ReadLeaf[] = [];
  const firsts: string[] = [];
  const lists: [term: string, bytes: Uint8Array][] = [];
  const censuses: Uint8Array[] = [];
  const inverter = createInverter(0);
  for (const [number, record] of records.entries()) {
    inverter.begin(number);
    const { terms, impacts } = weighWords(record);
    for (const [i, term] of terms.entries()) inverter.add(term, impacts[i] ?? 1);
  }
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
  const part = createSegmentPart({
    from: 0,
    firsts,
    census: async () => readCensus(joined(censuses), firsts.length),
    leaves: async (places) => places.flatMap((at) => leaves[at] ?? []),
    holds: () => true,
    lists: async (stretches) =>
      new Map(lists.filter(([term]) => stretches.some(({ first, last }) => first <= term && term <= last))),
  });
  const tongues = [...new Set(entries.map(({ skimmed }) => skimmed.fields.tongue))];
  return { index: { parts: [part], records: entries.length, tongues, isGone: () => false }, entries };
}

/** Loads records of a memory index as a search wants them. */
export const loadFrom =
  <T>(entries: Loaded<null>[], items: T[]) =>
  async (numbers: number[]): Promise<Map<number, Loaded<T>>> =>
    new Map(
      numbers.flatMap((number) => {
        const [known, item] = [entries[number], items[number]];
        if (!known || item === undefined) return [];
        return [
          [
            number,
            {
              item,
              skimmed: known.skimmed,
              get entry() {
                return known.entry;
              },
            },
          ] as const,
        ];
      }),
    );
