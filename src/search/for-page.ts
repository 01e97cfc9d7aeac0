import type { Entry } from './entry.ts';
import { gather } from './gather.ts';
import { loadStemmers } from './language.ts';
import { isSmall, neighbours, type Page, type PageWords, pageSlot, readPage, wholeWords } from './page-query.ts';
import { answer, type Index, type Loaded } from './search.ts';
import { titleRun } from './title-run.ts';
import { type Counts, count, rarity, weigh } from './weight.ts';

export interface ForPageOptions<T> {
  limit: number;
  load(numbers: number[]): Promise<Map<number, Loaded<T>>>;
}

export interface ForPage<T> {
  item: T;
  /** Compares records for this page alone. */
  score: number;
  /** How well it fits in itself, from 0 to 2: how much of its title stands on the page, and how much of what it says. */
  fit: number;
  /** The words of it that say most for it, best first. */
  because: string[];
}

/** So many terms of a page are asked for: those that say most. */
const ASKED = 160;
/** So many candidates are looked at again. */
const LOOKED_AT = 100;
/** Share of a page's best score that a title standing on the page adds, and that a record adds whose words are all there. */
const RUN = 0.4;
const COVER = 0.2;
/** What two words side by side count beside one. */
const ADJACENCY = 0.3;
const STOP_PAIR = 0.3;
const REASONS = 4;
/** A term that the page does not have is taken to be in this share of all records. */
const USUAL_SHARE = 0.01;
/** What words count that no record is told apart by. */
const LEAST = 0.1;

/** Records that fit what a page is about, best first. */
export async function findForPage<T>(index: Index, page: Page, options: ForPageOptions<T>): Promise<ForPage<T>[]> {
  const [read] = await Promise.all([readPage(page), loadStemmers(index.tongues)]);
  const rarities = await raritiesOf(index, [...read.weights.keys()]);
  const asked = [...rarities]
    .map(([term, rare]): [string, number] => [
      term,
      rare * (read.weights.get(term) ?? 0) * (isSmall(term, read.tongue) ? 0.2 : 1),
    ])
    .sort((a, b) => b[1] - a[1])
    .slice(0, ASKED);
  const answered = await answer(
    index.parts,
    asked.map(([term]) => pageSlot(read, term)),
  );
  const { best } = gather(answered, index.records, index.isGone, Math.max(options.limit, LOOKED_AT));
  const loaded = await options.load(best.map(({ number }) => number));
  const looked = best.flatMap(({ number, score }) => {
    const one = loaded.get(number);
    return one ? [{ ...one, score: score + neighboursOf(one.entry, read, rarities) }] : [];
  });
  const top = Math.max(0, ...looked.map(({ score }) => score));
  const usual = rarity(index.records * USUAL_SHARE, index.records);
  const worthOf = (term: string) => (isSmall(term, read.tongue) ? LEAST : (rarities.get(term) ?? usual));
  const find = titleRun(read.row, worthOf);
  return looked
    .map(({ item, entry, score }) => {
      const [run, covered] = [find(wholeWords(entry.title)), cover(entry, read, worthOf)];
      const because = reasons(entry, asked);
      return { item, score: score + top * (RUN * run + COVER * covered), fit: run + covered, because };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, options.limit);
}

/** How telling the terms of a page are. */
async function raritiesOf({ parts, records }: Index, terms: string[]): Promise<Map<string, number>> {
  const having = new Map<string, number>();
  for (const counted of await Promise.all(parts.map((part) => part.count(terms)))) {
    for (const [term, count] of counted) having.set(term, (having.get(term) ?? 0) + count);
  }
  return new Map([...having].map(([term, count]) => [term, rarity(count, records)]));
}

/** What words add that stand side by side here as on the page. */
function neighboursOf(entry: Entry, { pairs, tongue }: PageWords, rarities: Map<string, number>): number {
  const standing = new Map<string, { title: number; body: number; first: string; second: string }>();
  for (const field of ['title', 'body'] as const) {
    for (const [i, { term }] of entry[field].entries()) {
      for (const next of neighbours(entry[field], i)) {
        const pair = `${term} ${next.term}`;
        if (!pairs.has(pair)) continue;
        const counted = standing.get(pair) ?? { title: 0, body: 0, first: term, second: next.term };
        counted[field]++;
        standing.set(pair, counted);
      }
    }
  }
  const lengths: Counts = { terms: new Map(), titleLength: entry.title.length, bodyLength: entry.body.length };
  let added = 0;
  for (const [pair, { title, body, first, second }] of standing) {
    const share = isSmall(first, tongue) || isSmall(second, tongue) ? STOP_PAIR : 1;
    const rare = Math.max(rarities.get(first) ?? 0, rarities.get(second) ?? 0);
    added += ADJACENCY * share * rare * (pairs.get(pair) ?? 0) * weigh(title, body, lengths);
  }
  return added;
}

/** How much of what a record says the page speaks of too, from 0 to 1. */
function cover(entry: Entry, { weights, tongue }: PageWords, worthOf: (term: string) => number): number {
  let said = 0;
  let shared = 0;
  for (const [term, { title, body }] of count(entry).terms) {
    if (isSmall(term, tongue)) continue;
    const often = 4 * title + body;
    const worth = (worthOf(term) * often) / (often + 1.2);
    const onPage = weights.get(term) ?? 0;
    said += worth;
    shared += (worth * onPage) / (onPage + 2);
  }
  return said > 0 ? shared / said : 0;
}

function reasons({ title, body }: Entry, asked: [string, number][]): string[] {
  const words = new Map([...body, ...title].map(({ term, word }) => [term, word]));
  return asked.flatMap(([term]) => words.get(term) ?? []).slice(0, REASONS);
}
