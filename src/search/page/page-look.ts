import { IMPACT_MAX, toImpact, weigh } from '../text/weight.ts';
import type { Brief } from './brief.ts';
import type { TitleRun } from './title-run.ts';

/** What a second look at one record says, beside the page. */
export interface PageLook {
  /** What its words score, each and side by side. */
  words: number;
  /** How much of its title stands on the page in a row, from 0 to 1, and which words of it. */
  run: number;
  stretch: Omit<TitleRun, 'run'>;
  /** How much of what it says the page speaks of too, from 0 to 1. */
  cover: number;
  /** How much of its title the page's headings say, from 0 to 1. */
  headed: number;
  /** How many telling words its title has, and whether every one stands on the page. */
  titled: number;
  isNamed: boolean;
  /** What it shares with the page, each with how telling that is. */
  shared: Map<number, number>;
  /** All its terms, by their numbers, each once; and what each says about it. */
  terms: number[];
  impacts: number[];
}

/** What is known of a term beside the page. */
export interface Known {
  isSmall: boolean;
  /** How telling it is. */
  worth: number;
  /** How often the page has it. */
  onPage: number;
  isHeaded: boolean;
  /** What a record scores that says nothing but this term, and says it well. */
  counts: number;
}

/** What a look needs to know of the page. */
export interface Beside {
  /** By the number of a term. */
  known(id: number): Known;
  pairs: (Map<number, number> | undefined)[];
  titleRun(title: string[]): TitleRun;
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

export function lookBeside(brief: Brief, beside: Beside): PageLook {
  const sums = { words: 0, said: 0, covered: 0, title: 0, headed: 0, named: 0, titled: 0 };
  const shared = new Map<number, number>();
  const impacts: number[] = [];
  const counted = countOf(brief);
  const lengths = { titleLength: brief.inTitle, bodyLength: (brief.ids.length - brief.inTitle) * brief.times };
  for (const [id, { title, body }] of counted) {
    const { isSmall, worth, onPage, isHeaded, counts } = beside.known(id);
    const impact = toImpact(weigh(title, body, lengths));
    impacts.push(impact);
    sums.words += counts * (impact / IMPACT_MAX);
    if (isSmall) continue;
    const share = onPage / (onPage + HALF);
    const often = TITLE_SAYS * title + body;
    sums.said += (worth * often) / (often + SAID);
    sums.covered += (worth * share * often) / (often + SAID);
    if (onPage > 0) shared.set(id, worth * share);
    if (title === 0) continue;
    sums.title += worth;
    sums.titled++;
    if (isHeaded) sums.headed += worth;
    if (onPage > 0) sums.named += worth;
  }
  const { run, ...stretch } = beside.titleRun(brief.title);
  return {
    words: sums.words + neighboursOf(brief, lengths, beside),
    run,
    stretch,
    cover: sums.said > 0 ? sums.covered / sums.said : 0,
    headed: sums.title > 0 ? sums.headed / sums.title : 0,
    titled: sums.titled,
    isNamed: sums.title > 0 && sums.named / sums.title >= ALL,
    shared,
    terms: [...counted.keys()],
    impacts,
  };
}

interface Counted {
  title: number;
  body: number;
}

function countOf({ ids, inTitle, times }: Brief): Map<number, Counted> {
  const counted = new Map<number, Counted>();
  for (let i = 0; i < ids.length; i++) addTo(counted, ids[i] as number, i < inTitle, times);
  return counted;
}

function addTo<Key>(counted: Map<Key, Counted>, key: Key, isTitle: boolean, times: number): void {
  const before = counted.get(key);
  if (!before) counted.set(key, isTitle ? { title: 1, body: 0 } : { title: 0, body: times });
  else if (isTitle) before.title++;
  else before.body += times;
}

/** What words add that stand side by side here as on the page. */
function neighboursOf(
  { ids, places, inTitle, times }: Brief,
  lengths: { titleLength: number; bodyLength: number },
  { known, pairs }: Beside,
): number {
  const standing = new Map<number, Map<number, Counted>>();
  for (let i = 0; i < ids.length; i++) {
    const first = ids[i] as number;
    const after = pairs[first];
    if (!after) continue;
    const next = (places[i] as number) + 1;
    for (let j = i + 1; j < ids.length && (places[j] as number) <= next; j++) {
      const second = ids[j] as number;
      if (places[j] !== next || !after.has(second)) continue;
      const met = standing.get(first) ?? new Map<number, Counted>();
      standing.set(first, met);
      addTo(met, second, i < inTitle, times);
    }
  }
  let added = 0;
  for (const [first, met] of standing) {
    for (const [second, { title, body }] of met) {
      const [one, other] = [known(first), known(second)];
      const share = one.isSmall || other.isSmall ? STOP_PAIR : 1;
      const worth = Math.max(one.worth, other.worth);
      added += ADJACENCY * share * worth * (pairs[first]?.get(second) ?? 0) * weigh(title, body, lengths);
    }
  }
  return added;
}
