import { rarity } from '../text/weight.ts';

/** One of the best records for a page, best first. */
export interface Contender {
  /** Score by its words alone. */
  words: number;
  /** How much of its title stands on the page in a row, and how much of what it says the page says too: each from 0 to 1. */
  run: number;
  cover: number;
  /** How many telling words its title has, and whether every one stands on the page. */
  titled: number;
  isNamed: boolean;
  /** What it shares with the page, each with how telling that is. */
  shared: ReadonlyMap<unknown, number>;
}

/** `weak` ones are not worth a look; `strong` ones are worth saying so unasked. */
export type Grade = 'weak' | 'fair' | 'strong';

/** Only so many of a page's best can be strong. */
const STRONG_MOST = 2;
const STRONG = { times: 3, spreads: 5, alone: 2.5, fit: 0.4 };
const FAIR = { times: 1.6, spreads: 0, alone: 1.5, fit: 0.35 };
/**
 * Among so few records a word is rare or everywhere by chance: they are weighed as if there were so many, the others without any
 * of them, the page has to say more of what is to be shown, and name what is to be strong by more than one word.
 */
const FEW = 300;
const STRONG_AMONG_FEW = { titled: 2, cover: 0.25 };
const FAIR_AMONG_FEW = { titled: 0, cover: 0.2 };
/** What a page usually finds: those after the tenth, as far as these; where fewer have anything, the others count nothing. */
export const USUAL_FROM = 10;
const USUAL_TO = 60;
const SPREAD_LEAST = 0.2;
const NOTHING = 1e-9;
/** Beside so many others it is asked what a record alone shares with the page. */
const RIVALS = 10;
/** More are not graded: they are weak. */
const GRADED = 40;

/**
 * How well the best of a page's records fit, by what holds in any collection (why.md): how far one stands out from what the
 * page finds anyway; how much it shares with the page that none of its rivals shares (pages made from one template share
 * much, and none of it tells them apart); how much of it the page says; and for a strong one, that the page names it.
 * `others` is what the words of those score that were found and not looked at.
 */
export function gradesOf(best: Contender[], records: number, others: number[] = []): Grade[] {
  const usual = usualOf([...best.map(({ words }) => words), ...others]);
  const word = rarity(1, weighedAmong(records));
  const isFew = records < FEW;
  return best.map((one, i) => {
    if (i >= GRADED) return 'weak';
    const times = one.words / (usual.mean + NOTHING);
    const spreads = (one.words - usual.mean) / (usual.spread + SPREAD_LEAST * usual.mean + NOTHING);
    const alone = sharedAlone(best, i) / word;
    const reaches = (least: typeof STRONG): boolean =>
      times >= least.times && spreads >= least.spreads && alone >= least.alone && one.run + one.cover >= least.fit;
    const isSure = (least: typeof FAIR_AMONG_FEW): boolean =>
      !isFew || (one.titled >= least.titled && one.cover >= least.cover);
    if (i < STRONG_MOST && one.isNamed && isSure(STRONG_AMONG_FEW) && reaches(STRONG)) return 'strong';
    return isSure(FAIR_AMONG_FEW) && reaches(FAIR) ? 'fair' : 'weak';
  });
}

/** A record is looked at that the index says so many times the usual of, and so many in any case: others cannot stand out. */
const TIMES_LIKELY = 1.2;
const LIKELY_LEAST = 20;

/** How many of the first have to be looked at, by what the index says of each, best first, so that none is missed that is worth showing. */
export function likelyOf(scores: number[]): number {
  const { mean } = usualOf(scores);
  return Math.max(LIKELY_LEAST, scores.filter((score) => score >= TIMES_LIKELY * mean).length);
}

/** How many records words are taken to be rare among. */
export const weighedAmong = (records: number): number => Math.max(FEW, records);

function usualOf(scores: number[]): { mean: number; spread: number } {
  const sorted = [...scores].sort((a, b) => b - a);
  const usual = Array.from({ length: USUAL_TO - USUAL_FROM }, (_, i) => sorted[USUAL_FROM + i] ?? 0);
  const mean = usual.reduce((sum, score) => sum + score, 0) / usual.length;
  const spread = Math.sqrt(usual.reduce((sum, score) => sum + (score - mean) ** 2, 0) / usual.length);
  return { mean, spread };
}

/** What one shares with the page, each word less by how many rivals have it too: two that say the same may both be right. */
function sharedAlone(best: Contender[], i: number): number {
  const rivals = best.slice(0, RIVALS + 1).filter((_, j) => j !== i);
  let alone = 0;
  for (const [term, worth] of best[i]?.shared ?? []) {
    const having = rivals.filter(({ shared }) => shared.has(term)).length;
    alone += worth * (1 - having / RIVALS);
  }
  return alone;
}
