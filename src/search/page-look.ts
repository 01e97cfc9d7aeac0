import type { Entry } from './entry.ts';
import { eachNeighbour, isSmall, type PageWords, wholeWords } from './page-query.ts';
import { type Counts, count, IMPACT_MAX, weigh } from './weight.ts';

/** What a second look at one record says, beside the page. */
export interface PageLook {
  /** What its words score, each and side by side. */
  words: number;
  /** How much of its title stands on the page in a row, from 0 to 1. */
  run: number;
  /** How much of what it says the page speaks of too, from 0 to 1. */
  cover: number;
  /** How much of its title the page's headings say, from 0 to 1. */
  headed: number;
  /** Whether every telling word of its title stands on the page. */
  isNamed: boolean;
  /** What it shares with the page, each with how telling that is. */
  shared: Map<string, number>;
}

/** What a look needs to know of the page. */
export interface Beside {
  page: PageWords;
  /** How telling a term is. */
  worthOf(term: string): number;
  titleRun(title: string[]): number;
  /** What a record scores that says nothing but a term, and says it well. */
  countsOf(term: string): number;
}

/** What two words side by side count beside one. */
const ADJACENCY = 0.3;
const STOP_PAIR = 0.3;
/** So often on a page a word counts half of what it can. */
const HALF = 2;
/** How soon a record has said a word often enough (BM25's k1). */
const SAID = 1.2;
const TITLE_SAYS = 4;
/** Shares are sums of fractions; this close to 1 is 1. */
const ALL = 0.99;

export function lookBeside(entry: Entry, beside: Beside): PageLook {
  const { page, worthOf } = beside;
  const counts = count(entry);
  const sums = { words: 0, said: 0, covered: 0, title: 0, headed: 0, named: 0 };
  const shared = new Map<string, number>();
  for (const [term, { title, body }] of counts.terms) {
    sums.words += beside.countsOf(term) * asStored(weigh(title, body, counts));
    if (isSmall(term, page.tongue)) continue;
    const worth = worthOf(term);
    const onPage = page.weights.get(term) ?? 0;
    const share = onPage / (onPage + HALF);
    const often = TITLE_SAYS * title + body;
    sums.said += (worth * often) / (often + SAID);
    sums.covered += (worth * share * often) / (often + SAID);
    if (onPage > 0) shared.set(term, worth * share);
    if (title === 0) continue;
    sums.title += worth;
    if (page.headings.has(term)) sums.headed += worth;
    if (onPage > 0) sums.named += worth;
  }
  return {
    words: sums.words + neighboursOf(entry, counts, beside),
    run: beside.titleRun(wholeWords(entry.title)),
    cover: sums.said > 0 ? sums.covered / sums.said : 0,
    headed: sums.title > 0 ? sums.headed / sums.title : 0,
    isNamed: sums.title > 0 && sums.named / sums.title >= ALL,
    shared,
  };
}

/** What is said once in a long text counts a little all the same, as it does in the index. */
const asStored = (said: number): number => Math.max(1, Math.round(IMPACT_MAX * said)) / IMPACT_MAX;

/** What words add that stand side by side here as on the page. */
function neighboursOf(entry: Entry, counts: Counts, { page, worthOf }: Beside): number {
  const standing = new Map<string, { title: number; body: number; first: string; second: string }>();
  for (const field of ['title', 'body'] as const) {
    for (const [i, { term }] of entry[field].entries()) {
      if (!page.weights.has(term)) continue;
      eachNeighbour(entry[field], i, (next) => {
        const pair = `${term} ${next}`;
        if (!page.pairs.has(pair)) return;
        const counted = standing.get(pair) ?? { title: 0, body: 0, first: term, second: next };
        counted[field]++;
        standing.set(pair, counted);
      });
    }
  }
  let added = 0;
  for (const [pair, { title, body, first, second }] of standing) {
    const share = isSmall(first, page.tongue) || isSmall(second, page.tongue) ? STOP_PAIR : 1;
    const worth = Math.max(worthOf(first), worthOf(second));
    added += ADJACENCY * share * worth * (page.pairs.get(pair) ?? 0) * weigh(title, body, counts);
  }
  return added;
}
