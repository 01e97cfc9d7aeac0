import { COUNTS } from '../asked/slot.ts';
import type { Answered } from '../asked/slot-lists.ts';
import { type Pair, rarityOf } from '../look/neighbours.ts';
import { IN_TITLE, saidBy, smallMarksOf } from '../look/said.ts';
import type { Mark, Said } from '../look/skim.ts';
import { rarity, weigh } from '../text/weight.ts';
import { compare } from './best.ts';
import type { Looked } from './second-look.ts';

export { saidBy } from '../look/said.ts';

/** Share of the order that comes from what the best ones have in common. */
const ECHO = 0.4;
/** So many of the best speak, each by its score to this power: one clear winner speaks almost alone. */
const SPEAKERS = 5;
const CLARITY = 5;
/** So many of their terms are heard. */
const HEARD = 20;
/** A term in a speaker's title counts as so many in its text. */
const SPOKEN_TITLE = 3;

/**
 * Scores anew what was found, by what the best ones have in common (pseudo relevance feedback: Lavrenko & Croft 2001, but only among
 * candidates, so it cannot lead away).
 */
export function echo<T>(scored: Looked<T>[], answered: Answered[], pairs: Pair[], records: number): Looked<T>[] {
  const most = possible(answered, pairs, records);
  const heard = listen(scored);
  return scored.map((one) => ({
    ...one,
    score: ((1 - ECHO) * one.score) / most + ECHO * hear(heard, saidBy(one.loaded.skimmed)),
  }));
}

/** The score of a record that says all there is to say. */
const possible = (answered: Answered[], pairs: Pair[], records: number): number =>
  answered.reduce((sum, one) => sum + COUNTS[one.slot.role] * rarityOf(one, records), 0) +
  pairs.reduce((sum, { worth }) => sum + worth, 0);

/** The beginnings of words that the best candidates say and others do not, with shares that sum to 1. */
function listen<T>(scored: Looked<T>[]): Map<Mark, number> {
  const best = scored.toSorted(compare).slice(0, SPEAKERS);
  const top = best[0]?.score || 1;
  const shares = new Map<Mark, number>();
  for (const { loaded, score } of best) {
    const { counts, titleLength, bodyLength } = saidBy(loaded.skimmed);
    const small = smallMarksOf(loaded.skimmed.fields.tongue);
    const speaks = (score / top) ** CLARITY / (SPOKEN_TITLE * titleLength + bodyLength || 1);
    for (const [mark, count] of counts) {
      if (small.has(mark) || (typeof mark === 'number' && mark < TWO_LETTERS)) continue;
      const spoken = speaks * (SPOKEN_TITLE * inTitle(count) + inBody(count));
      shares.set(mark, (shares.get(mark) ?? 0) + spoken);
    }
  }
  const having = new Map<Mark, number>();
  for (const { loaded } of scored) {
    for (const mark of saidBy(loaded.skimmed).counts.keys()) having.set(mark, (having.get(mark) ?? 0) + 1);
  }
  const telling = [...shares].map(([mark, share]): [Mark, number] => [
    mark,
    share * rarity(having.get(mark) ?? 0, scored.length),
  ]);
  const heard = telling.sort((a, b) => b[1] - a[1]).slice(0, HEARD);
  const sum = heard.reduce((total, [, share]) => total + share, 0) || 1;
  return new Map(heard.map(([mark, share]) => [mark, share / sum]));
}

/** A letter says nothing. */
const TWO_LETTERS = 32;

const inTitle = (count: number): number => Math.floor(count / IN_TITLE);
const inBody = (count: number): number => count % IN_TITLE;

function hear(heard: Map<Mark, number>, said: Said): number {
  let sum = 0;
  for (const [mark, share] of heard) {
    const count = said.counts.get(mark);
    if (count) sum += share * weigh(inTitle(count), inBody(count), said);
  }
  return sum;
}
