import { chorus } from './chorus.ts';
import { entryOf } from './entry.ts';
import { loadStemmers } from './language.ts';
import { askElsewhere, askForPage, type PageAnswer } from './page-ask.ts';
import { besideOf } from './page-beside.ts';
import { type HowToLook, type Looked, lookAtBest } from './page-best.ts';
import { type Page, pageTongue, readPage } from './page-query.ts';
import { reasonsFor } from './reasons.ts';
import type { Index } from './search-options.ts';
import { type Grade, gradesOf, weighedAmong } from './stand-out.ts';

export interface ForPageOptions<T> extends HowToLook<T> {
  limit: number;
  /** Weak ones too: for measuring the order. */
  weak?: boolean;
  /** Where the page stands. */
  site?: string;
  /** What else speaks for each, as a share of the best score: where it was kept, how new it is, whom it helped. */
  favour?(items: T[]): Promise<number[]> | number[];
}

export interface ForPage<T> {
  item: T;
  /** Compares records for this page alone. */
  score: number;
  grade: Grade;
  /** The words of it that say most for it, best first; words of its title that stand on the page in a row are one. */
  because: string[];
}

/** Shares of a page's best score that are added: a title standing on the page, or in its headings, and agreeing with the best. */
const RUN = 0.35;
const HEADED = 0.05;
const CHORUS = 0.45;

/** Where what stands on the page itself leaves so few candidates, others are looked for. */
const FEW = 12;

/** Records that fit what a page is about, best first. */
export async function findForPage<T>(index: Index, page: Page, options: ForPageOptions<T>): Promise<ForPage<T>[]> {
  // While the page is read, what says how many records have its words comes in. Where that fails, it fails again below.
  void Promise.allSettled(index.parts.map((part) => part.count([])));
  await loadStemmers(index.tongues);
  const tongue = pageTongue(page);
  await loadStemmers([tongue]);
  const read = readPage(page, tongue);
  const records = weighedAmong(index.records);
  const asked = await askForPage(index, read, records, options.limit);
  const look = (some: PageAnswer) => lookAtBest(some, read.vocabulary, besideOf(read, asked, records), options);
  const { looked, others } = await look(asked);
  if (options.site && asked.isFull && looked.length < FEW) {
    const more = await look(await askElsewhere(index, asked, options.site));
    looked.push(...more.looked);
    others.push(...more.others);
  }
  await rescore(looked, options);
  const grades = gradesOf(looked, index.records, others);
  const graded = looked.map((one, i) => ({ one, grade: grades[i] ?? 'weak' }));
  const shown = options.weak ? graded : graded.filter(({ grade }) => grade !== 'weak');
  return shown.slice(0, options.limit).map(({ one, grade }) => ({
    item: one.loaded.item,
    score: one.score,
    grade,
    because: reasonsFor(one, entryOf(one.loaded.skimmed.fields), read),
  }));
}

/** Adds what the second look says, in shares of the best score, and puts the best first. */
async function rescore<T>(looked: Looked<T>[], { favour }: ForPageOptions<T>): Promise<void> {
  // Asked first: what is counted here is counted while it is read.
  const favoured = favour?.(looked.map(({ loaded }) => loaded.item));
  const top = Math.max(0, ...looked.map(({ words }) => words));
  for (const one of looked) {
    one.score = one.words + top * (RUN * one.run ** 0.75 + HEADED * one.headed);
  }
  const agreeing = chorus(looked);
  const favours = (await favoured) ?? [];
  for (const [i, one] of looked.entries()) one.score += top * (CHORUS * (agreeing[i] ?? 0) + (favours[i] ?? 0));
  looked.sort((a, b) => b.score - a.score);
}
