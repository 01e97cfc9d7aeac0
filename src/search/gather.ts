import { type Candidate, insert } from './best.ts';
import { countAny, spanOf } from './counts.ts';
import { type Gathered, gatherOne } from './gather-one.ts';
import { type Answered, prepare, type Step } from './steps.ts';
import { sureScore } from './sure-score.ts';
import { clear, countMet, MET, type Tally, tallyIn, WINDOW, walkSlot } from './tally.ts';
import { held } from './walks.ts';

/**
 * The best `most` records that meet the filters, nothing barred, and at least one needed word (or any, where none is needed);
 * whole matches first. `records` is how many there are in all. Sums what the slots say; within a slot only what says most counts.
 * Where `enough` are whole matches, the others are neither looked for nor counted: a word that most records have costs
 * little beside one that few have.
 */
export function gather(
  answered: Answered[],
  records: number,
  isGone: (number: number) => boolean,
  most: number,
  enough = most,
): Gathered {
  const [alone, other] = answered;
  if (!other && alone?.slot.role === 'needed') return gatherOne(answered, records, isGone, most);
  const tally = tallyIn(held);
  const steps = prepare(tally, answered, records);
  const needed = steps.filter(({ role }) => role === 'needed').sort((a, b) => b.most - a.most);
  const others = steps.filter(({ role }) => role !== 'needed');
  const wanted: Wanted = {
    span: spanOf(
      tally,
      (needed.length > 0 ? needed : steps).flatMap(({ walks }) => walks),
    ),
    needed: needed.length,
    filters: steps.filter(({ role }) => role === 'filter').length,
    isGone,
    most,
  };
  const isNarrowed = others.some(({ role }) => role === 'filter' || role === 'barred');
  const gathered = gatherAll(tally, [...needed, ...others], wanted, isNarrowed);
  if (needed.length === 0) return gathered;
  if (gathered.whole >= enough) return { ...gathered, best: gathered.best.filter(({ isWhole }) => isWhole) };
  if (isNarrowed) return gathered;
  const walks = needed.flatMap((step) => step.walks);
  const isPartlyRead = walks.some(({ blocks }) => blocks?.isRead.includes(0));
  if (!isPartlyRead) return { ...gathered, all: countAny(tally, walks, isGone) };
  // As many as there would be if no word had to do with another.
  const without = needed.reduce((share, { having }) => share * Math.max(0, 1 - having / records), 1);
  return { ...gathered, all: Math.max(gathered.all, Math.round(records * (1 - without))), isAbout: true };
}

/**
 * Needed words come first, those that say most before the others, and whatever follows them is only asked about what has one. So is a needed
 * word where it and all that follow could not lift a record among the best (as in WAND: Broder et al. 2003); then not all are counted.
 */
function gatherAll(tally: Tally, steps: Step[], wanted: Wanted, isNarrowed: boolean): Gathered {
  const gathered: Gathered = { best: [], whole: 0, all: 0 };
  const left = steps.map((_, i) => steps.slice(i).reduce((sum, { most }) => sum + most, 0));
  const rare = isNarrowed ? [] : steps.filter(({ role }) => role === 'needed');
  const sure = Math.max(
    -1,
    ...rare.map(({ walks, worth }) => sureScore(tally, walks, worth, wanted.most, wanted.isGone)),
  );
  eachWindow(wanted, (from) => {
    const [score, isWhole] = leastOf(gathered.best, wanted.most);
    const least = isWhole ? Number.POSITIVE_INFINITY : Math.max(score, sure);
    for (const [i, step] of steps.entries()) {
      const isAsked = i > 0 && wanted.needed > 0;
      const known = step.role === 'needed' ? { met: i, score: least - (left[i] as number) } : ANY;
      const reach = step.role !== 'needed' ? Number.POSITIVE_INFINITY : isNarrowed ? -1 : least - (left[i + 1] ?? 0);
      walkSlot(tally, step, from, isAsked ? { known, reach } : null);
    }
    pick(tally, from, wanted, gathered);
  });
  return gathered;
}

/** Of all that is known already. */
const ANY = { met: 0, score: 0 };

/** From the newest to the oldest. */
function eachWindow({ span: [first, last] }: Wanted, work: (from: number) => void): void {
  for (let from = last - (last % WINDOW); from + WINDOW > first && last >= 0; from -= WINDOW) work(from);
}

interface Wanted {
  span: [from: number, to: number];
  needed: number;
  filters: number;
  isGone: (number: number) => boolean;
  most: number;
}

/** Takes the results of a window, and forgets it. */
function pick(tally: Tally, from: number, { needed, filters, isGone, most }: Wanted, gathered: Gathered): void {
  const { places, scores, met, known } = tally;
  const { best } = gathered;
  let [all, wholes] = [0, 0];
  let [least, isLeastWhole] = leastOf(best, most);
  for (let i = 0; i < known; i++) {
    const at = places[i] as number;
    const here = met[at] as number;
    const score = scores[at] as number;
    const meets = here & 255;
    const isMet = needed > 0 ? meets > 0 : filters > 0 || score > 0;
    if (!isMet || (here > 255 && (countMet(here, MET.filter) !== filters || countMet(here, MET.barred) > 0))) continue;
    if ((here <= 255 && filters > 0) || isGone(from + at)) continue;
    const isWhole = meets === needed;
    all++;
    if (isWhole) wholes++;
    // Most fail here, before anything is made of them.
    if (isWhole === isLeastWhole ? score < least : isLeastWhole) continue;
    insert(best, from + at, score, isWhole, most);
    [least, isLeastWhole] = leastOf(best, most);
  }
  gathered.all += all;
  gathered.whole += wholes;
  clear(tally);
}

/** What the next has to reach. */
function leastOf(best: Candidate[], most: number): [score: number, isWhole: boolean] {
  const worst = best[most - 1];
  return worst ? [worst.score, worst.isWhole] : [-1, false];
}
