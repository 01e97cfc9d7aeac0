import { type Candidate, compare } from './best.ts';
import type { Tongue } from './language.ts';
import { IN_TITLE, markOf, type Said } from './said.ts';
import type { Loaded, Sifted } from './skim.ts';
import { stopWordsOf } from './stop-words.ts';
import type { Term } from './terms.ts';
import { rarity, weigh } from './weight.ts';

/** A candidate with its record at hand. */
export interface Looked<T> extends Candidate {
  loaded: Loaded<T>;
}

/** Two terms that were typed side by side, and what it is worth to stand so. */
export interface Pair {
  first: Set<string>;
  second: Set<string>;
  worth: number;
}

/**
 * How many of the first candidates are worth another look: one word has no neighbours, and few words say little. Every one is a
 * record to be read, which is most of what a keystroke takes.
 */
export const lookedAt = (words: number): number => (words < 2 ? 0 : words < 3 ? 10 : Math.min(50, 10 * words - 15));

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
 * Orders the best candidates anew with what the index cannot say: words that stand side by side as they were typed,
 * and what the best ones have in common (pseudo relevance feedback: Lavrenko & Croft 2001, but only among candidates,
 * so it cannot lead away). Whole matches stay before others. `possible` is the score of a record that says everything
 * that was asked for; 0 leaves out what they have in common.
 */
export function lookAgain<T>(
  candidates: Looked<T>[],
  added: (one: Loaded<T>) => number,
  possible: number,
): Looked<T>[] {
  const scored = candidates.map((one): Looked<T> => ({ ...one, score: one.score + added(one.loaded) }));
  scored.sort((a, b) => b.score - a.score);
  const echo = possible > 0 ? listen(scored) : null;
  if (echo) {
    for (const one of scored)
      one.score = ((1 - ECHO) * one.score) / possible + ECHO * hear(echo, one.loaded.skimmed.said);
  }
  return scored.sort(compare);
}

/** What the newest gains at most: enough between equals, too little to bury a better match. */
const NEWNESS = 0.04;
const HALF_LIFE_MS = 90 * 24 * 60 * 60 * 1000;

/** Orders anew with a little in favour of what is new, counted from the newest among them. */
export function favourNew<T extends Candidate>(candidates: T[], madeAt: (one: T) => number): T[] {
  const newest = candidates.reduce((latest, one) => Math.max(latest, madeAt(one)), 0);
  const gain = (one: T) => 1 + NEWNESS * 0.5 ** ((newest - madeAt(one)) / HALF_LIFE_MS);
  return candidates.map((one) => ({ ...one, score: one.score * gain(one) })).sort(compare);
}

/** What the most helpful gain at most; half of it is gained by so many whom it helped. */
const HELPFULNESS = 0.03;
const HALF_HELPED = 2;

/** What both together come to at most. */
export const FAVOURED = (1 + NEWNESS) * (1 + HELPFULNESS);

/** Orders anew with a little in favour of what helped others. */
export function favourHelpful<T extends Candidate>(candidates: T[], helped: number[]): T[] {
  const gain = (count: number) => 1 + (HELPFULNESS * count) / (count + HALF_HELPED);
  return candidates.map((one, i) => ({ ...one, score: one.score * gain(helped[i] ?? 0) })).sort(compare);
}

/** What pairs of neighbours add: as if each pair were a term. */
export function adjacency(sifted: Sifted, pairs: Pair[]): number {
  let added = 0;
  for (const pair of pairs) {
    const inTitle = countPair(sifted.title, pair);
    const inBody = countPair(sifted.body, pair);
    if (inTitle + inBody > 0) added += pair.worth * weigh(inTitle, inBody, sifted);
  }
  return added;
}

function countPair(terms: Term[], { first, second }: Pair): number {
  let counted = 0;
  for (const [i, { term, at }] of terms.entries()) {
    if (!first.has(term)) continue;
    for (let j = i + 1; j < terms.length && (terms[j] as Term).at <= at + 1; j++) {
      const next = terms[j] as Term;
      if (next.at === at + 1 && second.has(next.term)) counted++;
    }
  }
  return counted;
}

/** The beginnings of words that the best candidates say and others do not, with shares that sum to 1. */
function listen<T>(scored: Looked<T>[]): Map<number, number> {
  const top = scored[0]?.score || 1;
  const said = new Map<number, { share: number; having: number }>();
  for (const { loaded, score } of scored.slice(0, SPEAKERS)) {
    const { fields, said: own } = loaded.skimmed;
    const small = smallIn(fields.tongue);
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
    for (const mark of loaded.skimmed.said.marks) {
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
