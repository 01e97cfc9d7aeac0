import { chorus } from './chorus.ts';
import type { Entry } from './entry.ts';
import { gather, slotWeight } from './gather.ts';
import { loadStemmers, type Tongue } from './language.ts';
import { type Beside, lookBeside, type PageLook } from './page-look.ts';
import { isSmall, type Page, type PageWords, pageSlot, pageTongue, readPage } from './page-query.ts';
import { answer, type Index } from './search.ts';
import type { Loaded } from './skim.ts';
import { type Grade, gradesOf } from './stand-out.ts';
import { titleRun } from './title-run.ts';
import { rarity } from './weight.ts';

export interface ForPageOptions<T> {
  limit: number;
  load(numbers: number[]): Promise<Map<number, Loaded<T>>>;
  /** What else speaks for each, as a share of the best score: where it was kept, how new it is, whom it helped. */
  favour?(items: T[]): Promise<number[]> | number[];
  /** Left out before anything is compared: what stands on this very page. */
  keeps?(item: T): boolean;
  /** Weak ones too: for measuring the order. */
  weak?: boolean;
}

export interface ForPage<T> {
  item: T;
  /** Compares records for this page alone. */
  score: number;
  grade: Grade;
  /** The words of it that say most for it, best first. */
  because: string[];
}

/** So many different words of a page are looked up in the index. */
const LOOKED_UP = 400;
/** So many terms of a page count: those that say most. */
const COUNTED = 220;
/**
 * The index is asked for the most telling of them until so many entries have been read, and for so many in any case: that finds
 * the candidates, which are then scored by all. So a large collection costs little more than a small one.
 */
const ENTRIES_MOST = 250_000;
const ASKED_LEAST = 48;
/** So many candidates are looked at again. */
const LOOKED_AT = 100;
/** Shares of a page's best score that are added: a title standing on the page, or in its headings, and agreeing with the best. */
const RUN = 0.35;
const HEADED = 0.05;
const CHORUS = 0.45;
const REASONS = 4;
/** A term that the page does not have is taken to be in this share of all records. */
const USUAL_SHARE = 0.01;
/**
 * In a small collection every word is rare or everywhere, by chance: words are weighed as if there were this many records,
 * the others without them.
 */
const RECORDS_LEAST = 300;
/** What words count that no record is told apart by. */
const LEAST = 0.1;

/** A candidate with what the second look says of it. */
type Looked<T> = Loaded<T> & PageLook & { score: number };

/** Records that fit what a page is about, best first. */
export async function findForPage<T>(index: Index, page: Page, options: ForPageOptions<T>): Promise<ForPage<T>[]> {
  const tongue = pageTongue(page);
  await loadStemmers([...new Set([tongue, ...index.tongues])]);
  const read = readPage(page, tongue);
  const records = Math.max(RECORDS_LEAST, index.records);
  const having = await countAll(index, likely(read));
  const rarities = new Map([...having].map(([term, count]) => [term, rarity(count, records)]));
  const asked = mostTelling(read, rarities);
  const answered = await answer(
    index.parts,
    affordable(asked, having).map((term) => pageSlot(read, term)),
  );
  const { best } = gather(answered, records, index.isGone, Math.max(options.limit, LOOKED_AT));
  const loaded = await options.load(best.map(({ number }) => number));
  const beside = besideOf(read, asked, rarities, records);
  const looked = best.flatMap(({ number }): Looked<T>[] => {
    const one = loaded.get(number);
    if (!one || options.keeps?.(one.item) === false) return [];
    const look = lookBeside(one.entry, beside);
    return [{ ...one, ...look, score: look.words }];
  });
  await rescore(looked, options);
  const contenders = looked.map((one) => ({ ...one, fit: one.run + one.cover }));
  const grades = gradesOf(contenders, records);
  const graded = contenders.map(({ item, entry, score }, i) => ({ item, entry, score, grade: grades[i] ?? 'weak' }));
  const shown = options.weak ? graded : graded.filter(({ grade }) => grade !== 'weak');
  return shown.slice(0, options.limit).map(({ entry, ...one }) => ({ ...one, because: reasons(entry, asked, tongue) }));
}

/** Adds what the second look says, in shares of the best score, and puts the best first. */
async function rescore<T>(looked: Looked<T>[], { favour }: ForPageOptions<T>): Promise<void> {
  const top = Math.max(0, ...looked.map(({ words }) => words));
  for (const one of looked) {
    one.score = one.words + top * (RUN * one.run ** 0.75 + HEADED * one.headed);
  }
  const agreeing = chorus(looked);
  const favours = (await favour?.(looked.map(({ item }) => item))) ?? [];
  for (const [i, one] of looked.entries()) one.score += top * (CHORUS * (agreeing[i] ?? 0) + (favours[i] ?? 0));
  looked.sort((a, b) => b.score - a.score);
}

/** Of a page with very many words those are looked up that it says most. */
function likely({ weights }: PageWords): string[] {
  const terms = [...weights];
  return (terms.length > LOOKED_UP ? terms.sort((a, b) => b[1] - a[1]).slice(0, LOOKED_UP) : terms).map(
    ([term]) => term,
  );
}

/** How many records have each of some terms. */
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

/** The terms that count, those that say most first: rare here, and said often on the page. */
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

function besideOf(page: PageWords, asked: string[], rarities: Map<string, number>, records: number): Beside {
  const usual = rarity(records * USUAL_SHARE, records);
  const worthOf = (term: string): number => (isSmall(term, page.tongue) ? LEAST : (rarities.get(term) ?? usual));
  const counts = new Map(asked.map((term) => [term, slotWeight(pageSlot(page, term)) * (rarities.get(term) ?? 0)]));
  return { page, worthOf, countsOf: (term) => counts.get(term) ?? 0, titleRun: titleRun(page.row, worthOf) };
}

/** Words of a record for the terms that say most, each word once; small words are no reason. */
function reasons({ title, body, tongue: own }: Entry, asked: string[], tongue: Tongue): string[] {
  const words = new Map([...body, ...title].map(({ term, word }) => [term, word]));
  const telling = asked.filter((term) => !isSmall(term, tongue) && !isSmall(term, own));
  const said = telling.flatMap((term) => words.get(term) ?? []);
  return [...new Set(said)].filter((word) => word.length > 1 && !isSmall(word, own)).slice(0, REASONS);
}
