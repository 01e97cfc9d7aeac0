import { createPacer } from '../../kit/pause.ts';
import type { Index } from '../find/search-options.ts';
import { entryOf } from '../text/entry.ts';
import { loadStemmers, type Tongue } from '../text/language.ts';
import { beginningOf } from './brief.ts';
import { chorus } from './chorus.ts';
import { askElsewhere, askForPage, type PageAnswer } from './page-ask.ts';
import { besideOf } from './page-beside.ts';
import { type HowToLook, type Looked, lookAtBest, type Pace } from './page-best.ts';
import { type Page, type PageWords, pageTongue, readInSteps } from './page-query.ts';
import { reasonsFor } from './reasons.ts';
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

interface ForPage<T> {
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

/**
 * Matching a page of more letters gives way now and then, for a key that a person presses meanwhile. A shorter one does not: in a
 * worker that has just begun so much else waits for its turn that the answer would come half as late again.
 */
const SHORT = 10_000;
const SLICE_MS = 5;

/** Where what stands on the page itself leaves so few candidates, others are looked for. */
const FEW = 12;

/** Records that fit what a page is about, best first. */
export async function findForPage<T>(index: Index, page: Page, options: ForPageOptions<T>): Promise<ForPage<T>[]> {
  // While the page is read, what says how many records have its words comes in. Where that fails, it fails again below.
  void Promise.allSettled(index.parts.map((part) => part.count([])));
  await loadStemmers(index.tongues);
  const pace = page.body.length > SHORT ? createPacer(SLICE_MS) : () => undefined;
  const tongue = pageTongue(page);
  await loadStemmers([tongue]);
  const read = await readPage(page, tongue, pace);
  const records = weighedAmong(index.records);
  const asked = await askForPage(index, read, records, options.limit);
  const look = (some: PageAnswer) =>
    lookAtBest(some, read.vocabulary, besideOf(read, asked, records), { ...options, pace });
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
    because: reasonsFor(one, entryOf(beginningOf(one.loaded.skimmed.fields)), read),
  }));
}

async function readPage(page: Page, tongue: Tongue, pace: Pace): Promise<PageWords> {
  const steps = readInSteps(page, tongue);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    const pause = pace();
    if (pause) await pause;
  }
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
