import { gather } from './gather.ts';
import { isSmall, type PageWords, pageSlot } from './page-query.ts';
import { answer, type Index } from './search.ts';
import type { Answered } from './steps.ts';
import { rarity } from './weight.ts';

/** So many different words of a page are looked up in the index. */
const LOOKED_UP = 400;
/** So many terms of a page count: those that say most. */
const COUNTED = 220;
/**
 * The index is asked for the most telling of them until so many entries have been read, and for so many in any case: that finds
 * the candidates, which are then scored by all. So a large collection costs little more than a small one.
 */
const ENTRIES_MOST = 40_000;
const ASKED_LEAST = 40;
/** So many candidates are looked at again; fewer where not all could be asked for, since there each is read from the disk. */
const LOOKED_AT = 100;
const LOOKED_AT_OF_MANY = 64;

/** What a page was found to have in common with what is indexed. */
export interface PageAnswer {
  /** The terms that count, those that say most first: rare here, and said often on the page. */
  telling: string[];
  /** How telling each of the page's terms is that any record has. */
  rarities: Map<string, number>;
  /** Numbers of the records that its most telling terms find, best first. */
  candidates: number[];
}

/** Asks the index what may fit a page, `least` of it or more; rarity is counted among so many `records`. */
export async function askForPage(index: Index, page: PageWords, records: number, least: number): Promise<PageAnswer> {
  const having = await countAll(index, likely(page));
  const rarities = new Map([...having].map(([term, count]) => [term, rarity(count, records)]));
  const telling = mostTelling(page, rarities);
  const asked = affordable(telling, having);
  const answered = await answer(
    index.parts,
    asked.map((term) => pageSlot(page, term)),
  );
  const most = asked.length < telling.length ? LOOKED_AT_OF_MANY : LOOKED_AT;
  const { best } = gather(answered, records, index.isGone, Math.max(least, most));
  for (const { slot, found } of answered) noteExact(rarities, slot.word, found, records);
  return { telling, rarities, candidates: best.map(({ number }) => number) };
}

/** The census knows about how many records have a term; who was asked for it knows it to the last. */
function noteExact(rarities: Map<string, number>, term: string, found: Answered['found'], records: number): void {
  const having = found[0]?.having ?? 0;
  if (having > 0) rarities.set(term, rarity(having, records));
}

/** Of a page with very many words those are looked up that it says most. */
function likely({ weights }: PageWords): string[] {
  const terms = [...weights];
  return (terms.length > LOOKED_UP ? terms.sort((a, b) => b[1] - a[1]).slice(0, LOOKED_UP) : terms).map(
    ([term]) => term,
  );
}

/** About how many records have each of some terms. */
async function countAll({ parts }: Index, terms: string[]): Promise<Map<string, number>> {
  const having = new Map<string, number>();
  for (const counted of await Promise.all(parts.map((part) => part.count(terms)))) {
    for (const [term, count] of counted) having.set(term, (having.get(term) ?? 0) + count);
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

function mostTelling({ weights, tongue }: PageWords, rarities: Map<string, number>): string[] {
  const telling = [...rarities].map(([term, rare]): [string, number] => [
    term,
    rare * (weights.get(term) ?? 0) * (isSmall(term, tongue) ? 0.2 : 1),
  ]);
  return telling
    .sort((a, b) => b[1] - a[1])
    .slice(0, COUNTED)
    .map(([term]) => term);
}
