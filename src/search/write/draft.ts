import { createPacer } from '../../kit/pause.ts';
import { type Facets, facetTerms } from '../asked/facets.ts';
import { tongueTerms } from '../text/beginnings.ts';
import type { Read } from '../text/entry.ts';
import { type KnownTerm, knownTerm } from '../text/known-terms.ts';
import { loadStemmers, type Tongue } from '../text/language.ts';
import { IMPACT_MAX } from '../text/weight.ts';
import { type Collected, collectLeaves } from './collect.ts';
import { createInverter } from './invert.ts';
import { type Weighed, weighWords } from './tally-words.ts';

/** What a record is to be found by: its words, and what it can be narrowed by. */
export interface Findable {
  read: Read;
  facets: Facets;
}

/** A segment of records that have no numbers yet: they count from 0. */
export interface Draft {
  /** Of each record; null where there is nothing to find. */
  numbers: (number | null)[];
  /** How many have one. */
  count: number;
  tongues: Tongue[];
  collected: Collected;
}

/** Drafts a segment here or elsewhere. */
export type DraftSegment = (records: (Findable | null)[]) => Promise<Draft>;

/** Pauses where `pace` says so: often, so that no page is held up. */
export async function draftSegment(records: (Findable | null)[], pace = createPacer()): Promise<Draft> {
  await loadStemmers();
  const inverter = createInverter(0);
  const tongues = new Set<Tongue>();
  let count = 0;
  const numbers: (number | null)[] = [];
  for (const record of records) {
    await pace();
    const weighed = record && weigh(record);
    numbers.push(weighed ? count : null);
    if (!weighed) continue;
    inverter.begin(count++);
    for (let i = 0; i < weighed.terms.length; i++) {
      inverter.add(weighed.terms[i] as KnownTerm, weighed.impacts[i] as number);
    }
    tongues.add(weighed.tongue);
  }
  const leaves = collectLeaves();
  for (const [term, postings] of inverter.terms()) {
    await pace();
    leaves.add(term, postings);
  }
  return { numbers, count, tongues: [...tongues], collected: leaves.close() };
}

/** The terms of a record with their weights; null where there is not a word to find. */
export function weigh({ read, facets }: Findable): Weighed | null {
  const weighed = weighWords(read);
  if (weighed.terms.length === 0) return null;
  for (const facet of new Set([...facetTerms(facets), ...tongueTerms(weighed.tongue)])) {
    weighed.terms.push(knownTerm(facet));
    weighed.impacts.push(IMPACT_MAX);
  }
  return weighed;
}
