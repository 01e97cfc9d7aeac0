import type { Answered } from './answer.ts';
import type { Tongue } from './language.ts';
import type { Looked } from './look.ts';
import { type Pair, rarityOf } from './neighbours.ts';
import { IN_TITLE, markOf, type Said, saidBy } from './said.ts';
import { slotWeight } from './slot.ts';
import { stopWordsOf } from './stop-words.ts';
import { rarity, weigh } from './weight.ts';

export { saidBy } from './said.ts';

/** Share of the order that comes from what the best ones have in common. */
const ECHO = 0.4;
/** So many of the best speak, each by its score to this power: one clear winner speaks almost alone. */
const SPEAKERS = 5;
const CLARITY = 3;
/** So many of their terms are heard. */
const HEARD = 20;
/** A term in a speaker's title counts as so many in its text. */
const SPOKEN_TITLE = 3;

/**
 * Scores anew what was found, by what the best ones have in common (pseudo relevance feedback: Lavrenko & Croft 2001, but only among
 * candidates, so it cannot lead away). `scored`: best first.
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
  answered.reduce((sum, one) => sum + slotWeight(one.slot) * rarityOf(one, records), 0) +
  pairs.reduce((sum, { worth }) => sum + worth, 0);

/** The beginnings of words that the best candidates say and others do not, with shares that sum to 1. */
function listen<T>(scored: Looked<T>[]): Map<number, number> {
  const top = scored[0]?.score || 1;
  const said = new Map<number, { share: number; having: number }>();
  for (const { loaded, score } of scored.slice(0, SPEAKERS)) {
    const own = saidBy(loaded.skimmed);
    const small = smallIn(loaded.skimmed.fields.tongue);
    const speaks = (score / top) ** CLARITY / (SPOKEN_TITLE * own.titleLength + own.bodyLength || 1);
    for (const [i, mark] of own.marks.entries()) {
      if (small.has(mark)) continue;
      const count = own.counts[i] as number;
      const known = said.get(mark) ?? { share: 0, having: 0 };
      known.share += speaks * (SPOKEN_TITLE * Math.floor(count / IN_TITLE) + (count % IN_TITLE));
      said.set(mark, known);
    }
  }
  for (const { loaded } of scored) {
    for (const mark of saidBy(loaded.skimmed).marks) {
      const known = said.get(mark);
      if (known) known.having++;
    }
  }
  const telling = [...said].map(([mark, { share, having }]): [number, number] => [
    mark,
    share * rarity(having, scored.length),
  ]);
  const heard = telling.sort((a, b) => b[1] - a[1]).slice(0, HEARD);
  const sum = heard.reduce((total, [, share]) => total + share, 0) || 1;
  return new Map(heard.map(([mark, share]) => [mark, share / sum]));
}

function hear(echo: Map<number, number>, said: Said): number {
  let heard = 0;
  for (let i = 0; i < said.marks.length; i++) {
    const share = echo.get(said.marks[i] as number);
    const count = said.counts[i] as number;
    if (share) heard += share * weigh(Math.floor(count / IN_TITLE), count % IN_TITLE, said);
  }
  return heard;
}

const smallWords = new Map<Tongue, Set<number>>();

/** The small words of a tongue and single letters, as they are marked. */
function smallIn(tongue: Tongue): Set<number> {
  const list = tongue === 'und' ? new Set<string>() : stopWordsOf(tongue);
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const small = smallWords.get(tongue) ?? new Set([...list, ...letters].map(markOf));
  smallWords.set(tongue, small);
  return small;
}
