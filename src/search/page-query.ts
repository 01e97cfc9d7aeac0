import { type Tongue, tongueOf } from './language.ts';
import type { Slot } from './slot.ts';
import { repeated } from './slots.ts';
import { stopWords } from './stop-words.ts';
import { type Term, termsOf } from './terms.ts';
import { words } from './words.ts';

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
  /** Weights of neighbours, as `first second`. */
  pairs: Map<string, number>;
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
const SAMPLE = 4_000;

/** What a page is written in; its stemmer must be loaded before the page is read. */
export const pageTongue = ({ title, body, lang }: Page): Tongue =>
  tongueOf(lang, () => words(`${title}\n${body.slice(0, SAMPLE)}`));

/** Reads a page as a query. */
export function readPage({ title, headings, body }: Page, tongue: Tongue): PageWords {
  const page: PageWords = { tongue, weights: new Map(), pairs: new Map(), row: [], headings: new Set() };
  addText(page, title, TITLE_COUNTS);
  for (const heading of headings.slice(0, HEADINGS_MAX)) {
    for (const { term } of addText(page, heading, 1)) page.headings.add(term);
  }
  addText(page, body.slice(0, READ_MAX), 1);
  return page;
}

function addText(page: PageWords, text: string, counts: number): Term[] {
  const terms = termsOf(text, page.tongue);
  for (const [i, { term }] of terms.entries()) {
    page.weights.set(term, (page.weights.get(term) ?? 0) + counts);
    eachNeighbour(terms, i, (next) => {
      const pair = `${term} ${next}`;
      page.pairs.set(pair, (page.pairs.get(pair) ?? 0) + counts);
    });
  }
  for (const { term, isPart } of terms) if (!isPart) page.row.push(term);
  page.row.push('');
  return terms;
}

/** Visits the terms on the place after term i. */
export function eachNeighbour(terms: Term[], i: number, visit: (term: string) => void): void {
  const at = (terms[i]?.at ?? 0) + 1;
  for (let j = i + 1; j < terms.length; j++) {
    const next = terms[j] as Term;
    if (next.at > at) return;
    if (next.at === at) visit(next.term);
  }
}

/** Stems of whole words, without the parts of names. */
export const wholeWords = (terms: Term[]): string[] => terms.flatMap(({ term, isPart }) => (isPart ? [] : [term]));

/** How slowly a word counts again on a page: hardly, for what a page is about it says often. */
const REPEAT = 1000;

/** The slot that asks for one term of a page, which counts where it stands and is never needed. */
export const pageSlot = ({ weights, tongue }: PageWords, term: string): Slot => ({
  role: isSmall(term, tongue) ? 'stop' : 'extra',
  matchers: [{ term, isBeginning: false, weight: 1 }],
  counts: repeated(weights.get(term) ?? 0, REPEAT),
  word: term,
});

export const isSmall = (term: string, tongue: Tongue): boolean =>
  tongue !== 'und' && stopWords.get(tongue)?.has(term) === true;
