import { type Candidate, compare } from './best.ts';
import type { Entry } from './entry.ts';
import { stopWords } from './stop-words.ts';
import { type Counts, count, rarity, weigh } from './weight.ts';

/** A candidate with its record and words at hand. */
export interface Looked<T> extends Candidate {
  item: T;
  entry: Entry;
}

/** Two terms that were typed side by side, and what it is worth to stand so. */
export interface Pair {
  first: Set<string>;
  second: Set<string>;
  worth: number;
}

/** How many of the first candidates are worth another look: one word has no neighbours, and few words say little. */
export const lookedAt = (words: number): number => (words < 2 ? 0 : words < 3 ? 20 : 50);

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
export function lookAgain<T>(candidates: Looked<T>[], pairs: Pair[], possible: number): Looked<T>[] {
  const counted = candidates.map((one) => ({
    one,
    counts: count(one.entry),
    score: one.score + adjacency(one, pairs),
  }));
  counted.sort((a, b) => b.score - a.score);
  const echo = possible > 0 ? listen(counted) : null;
  const scored = counted.map(({ one, counts, score }) => ({
    ...one,
    score: echo ? ((1 - ECHO) * score) / possible + ECHO * hear(echo, counts) : score,
  }));
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

/** Orders anew with a little in favour of what helped others. */
export function favourHelpful<T extends Candidate>(candidates: T[], helped: number[]): T[] {
  const gain = (count: number) => 1 + (HELPFULNESS * count) / (count + HALF_HELPED);
  return candidates.map((one, i) => ({ ...one, score: one.score * gain(helped[i] ?? 0) })).sort(compare);
}

/** What pairs of neighbours add: as if each pair were a term. */
function adjacency({ entry }: { entry: Entry }, pairs: Pair[]): number {
  let added = 0;
  for (const pair of pairs) {
    const inTitle = countPair(entry.title, pair);
    const inBody = countPair(entry.body, pair);
    if (inTitle + inBody === 0) continue;
    const lengths = { titleLength: entry.title.length, bodyLength: entry.body.length };
    added += pair.worth * weigh(inTitle, inBody, lengths);
  }
  return added;
}

function countPair(terms: Entry['title'], { first, second }: Pair): number {
  let counted = 0;
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i];
    if (!term || !first.has(term.term)) continue;
    for (let j = i + 1; j < terms.length && (terms[j]?.at ?? 0) <= term.at + 1; j++) {
      const next = terms[j];
      if (next && next.at === term.at + 1 && second.has(next.term)) counted++;
    }
  }
  return counted;
}

type Counted = { one: { entry: Entry }; counts: Counts; score: number };

/** The terms that the best candidates say and others do not, with shares that sum to 1. */
function listen(counted: Counted[]): Map<string, number> {
  const speakers = counted.slice(0, SPEAKERS);
  const top = speakers[0]?.score || 1;
  const said = new Map<string, number>();
  for (const { one, counts, score } of speakers) {
    const length = SPOKEN_TITLE * counts.titleLength + counts.bodyLength || 1;
    for (const [term, { title, body }] of counts.terms) {
      if (term.length < 2 || isSmall(term, one.entry)) continue;
      const share = ((score / top) ** CLARITY * (SPOKEN_TITLE * title + body)) / length;
      said.set(term, (said.get(term) ?? 0) + share);
    }
  }
  const having = new Map<string, number>();
  for (const { counts } of counted)
    for (const term of counts.terms.keys()) having.set(term, (having.get(term) ?? 0) + 1);
  const telling = [...said].map(([term, share]): [string, number] => [
    term,
    share * rarity(having.get(term) ?? 0, counted.length),
  ]);
  const heard = telling.sort((a, b) => b[1] - a[1]).slice(0, HEARD);
  const sum = heard.reduce((total, [, share]) => total + share, 0) || 1;
  return new Map(heard.map(([term, share]) => [term, share / sum]));
}

function hear(echo: Map<string, number>, counts: Counts): number {
  let heard = 0;
  for (const [term, share] of echo) {
    const found = counts.terms.get(term);
    if (found) heard += share * weigh(found.title, found.body, counts);
  }
  return heard;
}

const isSmall = (term: string, { tongue }: Entry): boolean =>
  tongue !== 'und' && stopWords.get(tongue)?.has(term) === true;
