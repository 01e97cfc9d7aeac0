import type { Index } from '../find/search-options.ts';
import { type Loaded, toLoaded } from '../look/skim.ts';
import { tongueTerms } from '../text/beginnings.ts';
import type { Read } from '../text/entry.ts';
import { knownTerm } from '../text/known-terms.ts';
import { IMPACT_MAX } from '../text/weight.ts';
import { holdPart } from './held-part.ts';
import { createInverter } from './invert.ts';
import { weighWords } from './tally-words.ts';

/** An index of one segment that is held in memory, over records numbered from 0. For measuring and for trying things out. */
export function createMemoryIndex(records: Read[]): { index: Index; entries: Loaded<null>[] } {
  const entries = records.map((record) => toLoaded(null, record));
  const inverter = createInverter(0);
  for (const [number, record] of records.entries()) {
    inverter.begin(number);
    const { tongue, terms, impacts } = weighWords(record);
    for (const [i, term] of terms.entries()) inverter.add(term, impacts[i] ?? 1);
    for (const term of tongueTerms(tongue)) inverter.add(knownTerm(term), IMPACT_MAX);
  }
  const tongues = [...new Set(entries.map(({ skimmed }) => skimmed.fields.tongue))];
  return { index: { parts: [holdPart(0, inverter)], records: entries.length, tongues, isGone: () => false }, entries };
}

/** Loads records of a memory index as a search wants them. */
export const loadFrom =
  <T>(entries: Loaded<null>[], items: T[]) =>
  async (numbers: number[]): Promise<Map<number, Loaded<T>>> =>
    new Map(
      numbers.flatMap((number) => {
        const [known, item] = [entries[number], items[number]];
        if (!known || item === undefined) return [];
        return [[number, { item, skimmed: known.skimmed }] as const];
      }),
    );
