/** A word in the title counts as so many in the text. */
const TITLE_WEIGHT = 4;
/** How fast repeated words stop counting (BM25's k1; Robertson & Zaragoza 2009). */
const SATURATION = 2;
/** How much a long field dilutes its words (BM25F's b), and the length of each that counts as usual. */
const DILUTION = 0.6;
const TITLE_USUAL = 8;
const BODY_USUAL = 80;

/** Impacts are stored as 1 to this: four bits keep all the order that can be seen (why.md). */
export const IMPACT_MAX = 15;

/**
 * What a term says about a record, from 0 to 1: BM25F, with usual lengths that are fixed rather than those of the
 * collection, so that what was written once stays true while records come and go, and segments merge by copying.
 */
export function weigh(
  inTitle: number,
  inBody: number,
  { titleLength, bodyLength }: { titleLength: number; bodyLength: number },
): number {
  const title = (TITLE_WEIGHT * inTitle) / (1 - DILUTION + (DILUTION * titleLength) / TITLE_USUAL);
  const body = inBody / (1 - DILUTION + (DILUTION * bodyLength) / BODY_USUAL);
  const said = title + body;
  return said / (SATURATION + said);
}

/** What is stored of a weight. */
export const toImpact = (said: number): number => Math.max(1, Math.round(IMPACT_MAX * said));

/** How telling a term is that `having` of `all` records have (BM25's idf, never negative). */
export const rarity = (having: number, all: number): number =>
  having === 0 ? 0 : Math.log(1 + (Math.max(all, having) - having + 0.5) / (having + 0.5));
