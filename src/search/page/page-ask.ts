import { plainSite } from '../../domain/readable-site.ts';
import { facetsOf } from '../asked/facets.ts';
import type { Candidate } from '../find/best.ts';
import type { Index } from '../find/search-options.ts';
import { ENTRY, unpack } from '../stored/postings.ts';
import { IMPACT_MAX, rarity } from '../text/weight.ts';
import { gatherForPage, type Speaker } from './page-gather.ts';
import { countsOf, type PageWords } from './page-query.ts';

/** So many different words of a page are looked up in the index. */
const LOOKED_UP = 400;
/** So many terms of a page count: those that say most. */
const COUNTED = 220;
/**
 * The index is asked for the most telling of them until so many entries have been read, and for so many in any case: that finds
 * the candidates, which are then scored by all. So a large collection costs little more than a small one.
 */
const ENTRIES_MOST = 25_000;
const ASKED_LEAST = 40;
/** So many candidates are found; fewer where not all could be asked for. */
const FOUND = 100;
const FOUND_OF_MANY = 64;
/** A word that every record has says nothing, but still finds it. */
const LEAST = 1e-9;

/** What a page was found to have in common with what is indexed. */
export interface PageAnswer {
  /** The terms that count, those that say most first: rare here, and said often on the page. */
  telling: string[];
  /** How telling each of the page's terms is that any record has. */
  rarities: Map<string, number>;
  /** The records that its most telling terms find, best first, with what these say of them. */
  candidates: Candidate[];
  /** Whether these were all of its telling terms, and whether there may be more candidates. */
  isWhole: boolean;
  isFull: boolean;
  /** What each of them finds. */
  speakers: Speaker[];
}

/** Asks the index what may fit a page, `least` of it or more; rarity is counted among so many `records`. */
export async function askForPage(index: Index, page: PageWords, records: number, least: number): Promise<PageAnswer> {
  const having = await countAll(index, likely(page));
  const rarities = new Map([...having].map(([term, count]) => [term, rarity(count, records)]));
  const telling = mostTelling(page, rarities);
  const asked = affordable(telling, having);
  const isWhole = asked.length === telling.length;
  const speakers = await listen(index, page, asked, (term, having) => {
    const rare = rarity(having, records);
    // A term that only the census took for one that it has stays as rare as it said.
    if (having > 0) rarities.set(term, rare);
    return rare;
  });
  const most = Math.max(least, isWhole ? FOUND : FOUND_OF_MANY);
  const candidates = gatherForPage(speakers, index.isGone, most);
  return { telling, rarities, candidates, isWhole, isFull: candidates.length === most, speakers };
}

/** As many again, of other sites: where what stands on a page itself leaves no room for anything else. */
export async function askElsewhere(index: Index, asked: PageAnswer, site: string): Promise<PageAnswer> {
  const matchers = facetsOf({ by: 'site', value: plainSite(site), isBarred: false }).flatMap((slot) => slot.matchers);
  const found = await Promise.all(index.parts.map((part) => part.match(matchers)));
  const left = new Set(asked.candidates.map(({ number }) => number));
  for (const list of found.flat(2)) {
    const entries = new Uint32Array(list.count);
    unpack(list, entries);
    for (const entry of entries) left.add(Math.floor(entry / ENTRY));
  }
  const isLeft = (number: number): boolean => left.has(number) || index.isGone(number);
  return { ...asked, candidates: gatherForPage(asked.speakers, isLeft, FOUND_OF_MANY) };
}

/** What is found by each of some terms. The census knows about how many records have one; now it is known to the last. */
async function listen(
  { parts }: Index,
  page: PageWords,
  terms: string[],
  noteExact: (term: string, having: number) => number,
): Promise<Speaker[]> {
  const matchers = terms.map((term) => ({ term, isBeginning: false, weight: 1 }));
  const found = await Promise.all(parts.map((part) => part.match(matchers)));
  return terms.map((term, i) => {
    const lists = found.flatMap((of) => of[i] ?? []);
    const having = lists.reduce((sum, { count }) => sum + count, 0);
    const worth = countsOf(page, term) * noteExact(term, having);
    return { lists, unit: Math.max(LEAST, worth / IMPACT_MAX) };
  });
}

/** Of a page with very many words those are looked up that it says most. */
function likely({ weights }: PageWords): string[] {
  const terms = [...weights];
  return (terms.length > LOOKED_UP ? terms.sort((a, b) => b[1] - a[1]).slice(0, LOOKED_UP) : terms).map(
    ([term]) => term,
  );
}

/** About how many records have each of some terms; those that none has are left out. */
async function countAll({ parts }: Index, terms: string[]): Promise<Map<string, number>> {
  const having = new Map<string, number>();
  for (const counted of await Promise.all(parts.map((part) => part.count(terms)))) {
    for (const [i, count] of counted.entries()) {
      const term = terms[i] as string;
      if (count > 0) having.set(term, (having.get(term) ?? 0) + count);
    }
  }
  return having;
}

/** The first of some terms, as far as their entries may be read. */
function affordable(terms: string[], having: Map<string, number>): string[] {
  let entries = 0;
  return terms.filter((term, i) => {
    entries += having.get(term) ?? 0;
    return i < ASKED_LEAST || entries <= ENTRIES_MOST;
  });
}

function mostTelling(page: PageWords, rarities: Map<string, number>): string[] {
  const telling = [...rarities].map(([term, rare]): [string, number] => [term, rare * countsOf(page, term)]);
  return telling
    .sort((a, b) => b[1] - a[1])
    .slice(0, COUNTED)
    .map(([term]) => term);
}
