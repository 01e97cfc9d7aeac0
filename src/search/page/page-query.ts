import { SMALL_COUNTS } from '../asked/slot.ts';
import { type Tongue, tongueOf } from '../text/language.ts';
import { smallWordsOf } from '../text/small-words.ts';
import { addTerms, type Term } from '../text/terms.ts';
import { words } from '../text/words.ts';
import { createVocabulary, type Vocabulary } from './brief.ts';

/** A page in view, as it is read from the browser. Nothing of it is stored. */
export interface Page {
  url: string;
  title: string;
  headings: string[];
  body: string;
  /** BCP 47, where the page says so. */
  lang?: string;
}

/** What a page speaks of: how often it has each term, weighted by where, and its words in a row. */
export interface PageWords {
  tongue: Tongue;
  weights: Map<string, number>;
  /** Its terms, and those of what is looked at beside it, have numbers here. */
  vocabulary: Vocabulary;
  /** By the number of a term: weights of those that follow it. */
  pairs: (Map<number, number> | undefined)[];
  /** The stems of the whole page in their order, to find titles in. */
  row: string[];
  /** What its headings say. */
  headings: Set<string>;
}

/** A word in the page's title counts as so many in its text. */
const TITLE_COUNTS = 8;
/** More of a page is not read: what it is about is said by then. */
const READ_MAX = 60_000;
const HEADINGS_MAX = 200;
/** Nor of a title or a heading. */
const TITLE_MAX = 1_000;
const SAMPLE = 4_000;

/** What a page is written in; its stemmer must be loaded before the page is read. */
export const pageTongue = ({ title, body, lang }: Page): Tongue =>
  tongueOf(lang, () => words(`${title}\n${body.slice(0, SAMPLE)}`));

/** So much of a text is taken apart at once, to the next white space, and so many of its terms are counted. */
const STEP = 2_000;
const TERMS_A_STEP = 500;

/** Reads a page as a query, in steps: it may be paused after each. */
export function* readInSteps({ title, headings, body }: Page, tongue: Tongue): Generator<undefined, PageWords> {
  const vocabulary = createVocabulary();
  const page: PageWords = { tongue, weights: new Map(), vocabulary, pairs: [], row: [], headings: new Set() };
  yield* addText(page, title.slice(0, TITLE_MAX), TITLE_COUNTS);
  for (const heading of headings.slice(0, HEADINGS_MAX)) {
    for (const { term } of yield* addText(page, heading.slice(0, TITLE_MAX), 1)) page.headings.add(term);
  }
  yield* addText(page, body.slice(0, READ_MAX), 1);
  return page;
}

function* addText(page: PageWords, text: string, counts: number): Generator<undefined, Term[]> {
  const terms: Term[] = [];
  let place = 0;
  for (let from = 0; from < text.length; ) {
    const end = afterWord(text, from + STEP);
    place = addTerms(terms, text.slice(from, end), page.tongue, place);
    from = end;
    yield;
  }
  for (let from = 0; from < terms.length; from += TERMS_A_STEP) {
    countTerms(page, terms, from, counts);
    yield;
  }
  page.row.push('');
  return terms;
}

/** Where the word that holds a place ends, or the text. */
function afterWord(text: string, at: number): number {
  WHITE.lastIndex = at;
  return WHITE.exec(text)?.index ?? text.length;
}

const WHITE = /\s/g;

function countTerms({ weights, vocabulary, pairs, row }: PageWords, terms: Term[], from: number, counts: number): void {
  const end = Math.min(terms.length, from + TERMS_A_STEP);
  for (let i = from; i < end; i++) {
    const { term, at, isPart } = terms[i] as Term;
    weights.set(term, (weights.get(term) ?? 0) + counts);
    if (!isPart) row.push(term);
    const id = vocabulary.idOf(term);
    for (let j = i + 1; (terms[j]?.at ?? Number.POSITIVE_INFINITY) <= at + 1; j++) {
      const next = terms[j] as Term;
      if (next.at === at + 1) addPair(pairs, id, vocabulary.idOf(next.term), counts);
    }
  }
}

function addPair(pairs: PageWords['pairs'], first: number, second: number, counts: number): void {
  const after = pairs[first] ?? new Map<number, number>();
  pairs[first] = after;
  after.set(second, (after.get(second) ?? 0) + counts);
}

/** How slowly a word stops counting again on a page (BM25's k3): hardly, for what a page is about it says often. */
const REPEAT = 1000;

/** How much a term of a page counts: ever less each time. */
export function countsOf({ weights, tongue }: PageWords, term: string): number {
  const times = weights.get(term) ?? 0;
  return ((isSmall(term, tongue) ? SMALL_COUNTS : 1) * times * (REPEAT + 1)) / (times + REPEAT);
}

export const isSmall = (term: string, tongue: Tongue): boolean => smallWordsOf(tongue).has(term);
