import type { Entry } from './entry.ts';

/** A word in the title counts as so many in the text. */
export const TITLE_WEIGHT = 4;
/** How fast repeated words stop counting (BM25's k1; Robertson & Zaragoza 2009). */
const SATURATION = 2;
/** How much a long field dilutes its words (BM25F's b by field), and the length that counts as usual. */
const TITLE_DILUTION = 0.6;
const TITLE_USUAL = 8;
const BODY_DILUTION = 0.75;
const BODY_USUAL = 80;

/** Impacts are stored as 1 to this: four bits keep all the order that can be seen (why.md). */
export const IMPACT_MAX = 15;

/** How often terms stand in a record, by field, and how long the fields are. */
export interface Counts {
  terms: Map<string, { title: number; body: number }>;
  titleLength: number;
  bodyLength: number;
}

/** Entries are asked again with every letter that is typed. */
const counted = new WeakMap<Entry, Counts>();

export function count(entry: Entry): Counts {
  const before = counted.get(entry);
  if (before) return before;
  const counts = countAnew(entry);
  counted.set(entry, counts);
  return counts;
}

function countAnew(entry: Entry): Counts {
  const terms = new Map<string, { title: number; body: number }>();
  for (const field of ['title', 'body'] as const) {
    for (const { term } of entry[field]) {
      const counted = terms.get(term);
      if (counted) counted[field]++;
      else terms.set(term, field === 'title' ? { title: 1, body: 0 } : { title: 0, body: 1 });
    }
  }
  return { terms, titleLength: entry.title.length, bodyLength: entry.body.length };
}

/**
 * What a term says about a record, from 0 to 1: BM25F, with usual lengths that are fixed rather than those of the
 * collection, so that what was written once stays true while records come and go, and segments merge by copying.
 */
export function weigh(
  inTitle: number,
  inBody: number,
  { titleLength, bodyLength }: { titleLength: number; bodyLength: number },
): number {
  const title = (TITLE_WEIGHT * inTitle) / (1 - TITLE_DILUTION + (TITLE_DILUTION * titleLength) / TITLE_USUAL);
  const body = inBody / (1 - BODY_DILUTION + (BODY_DILUTION * bodyLength) / BODY_USUAL);
  const said = title + body;
  return said / (SATURATION + said);
}

/** Every term of a record with its weight as it is stored. */
export function impactsOf(entry: Entry): Map<string, number> {
  const counts = count(entry);
  return new Map([...counts.terms].map(([term, { title, body }]) => [term, toImpact(weigh(title, body, counts))]));
}

/** What is stored of a weight. */
export const toImpact = (said: number): number => Math.max(1, Math.round(IMPACT_MAX * said));

/** How telling a term is that `having` of `all` records have (BM25's idf, never negative). */
export const rarity = (having: number, all: number): number =>
  having === 0 ? 0 : Math.log(1 + (Math.max(all, having) - having + 0.5) / (having + 0.5));
