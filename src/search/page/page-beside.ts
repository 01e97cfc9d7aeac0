import { rarity } from '../text/weight.ts';
import type { PageAnswer } from './page-ask.ts';
import type { Beside, Known } from './page-look.ts';
import { countsOf, isSmall, type PageWords } from './page-query.ts';
import { titleRun } from './title-run.ts';

/** A term that the page does not have is taken to be in this share of all records. */
const USUAL_SHARE = 0.01;
/** What words count that no record is told apart by. */
const LEAST = 0.1;

/** What records are looked at beside: the page, and how telling its words are. Each term is learnt when the first record has it. */
export function besideOf(page: PageWords, { telling, rarities }: PageAnswer, records: number): Beside {
  const usual = rarity(records * USUAL_SHARE, records);
  const worthOf = (term: string): number => (isSmall(term, page.tongue) ? LEAST : (rarities.get(term) ?? usual));
  const counts = new Map(telling.map((term) => [term, countsOf(page, term) * (rarities.get(term) ?? 0)]));
  const learn = (term: string): Known => ({
    isSmall: isSmall(term, page.tongue),
    worth: worthOf(term),
    onPage: page.weights.get(term) ?? 0,
    isHeaded: page.headings.has(term),
    counts: counts.get(term) ?? 0,
  });
  const learnt: Known[] = [];
  const known = (id: number): Known => {
    learnt[id] ??= learn(page.vocabulary.terms[id] ?? '');
    return learnt[id];
  };
  return { known, pairs: page.pairs, titleRun: titleRun(page.row, worthOf) };
}
