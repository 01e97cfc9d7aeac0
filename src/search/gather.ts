import { type Candidate, insert } from './best.ts';
import { BLOCK, MOST_SAID, readBlock } from './blocks.ts';
import { countAny, seenUpTo, spanOf, sureScore } from './counts.ts';
import { type Answered, prepare, type Step, walkSlot } from './steps.ts';
import { clear, countMet, createTally, MET, numberAt, type Tally, WINDOW } from './tally.ts';

/**
 * The best candidates, and how many there are: about as many where a beginning that very many records have was not looked through
 * to the end (blocks.ts), then those that are gone are counted too, and in `all` what only rarer words find is not.
 */
export interface Gathered {
  best: Candidate[];
  whole: number;
  all: number;
}

/** One for all searches: what a search counts in it is done before another begins. */
let tally: Tally | undefined;

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
  tally ??= createTally();
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
  const [only] = needed;
  if (only && steps.length === 1) return gatherOne(tally, only, wanted);
  const isNarrowed = others.some(({ role }) => role === 'filter' || role === 'barred');
  const gathered = gatherAll(tally, [...needed, ...others], wanted, isNarrowed);
  if (needed.length === 0) return gathered;
  if (gathered.whole >= enough) return { ...gathered, best: gathered.best.filter(({ isWhole }) => isWhole) };
  if (isNarrowed) return gathered;
  const walks = needed.flatMap((step) => step.walks);
  const isPartlyRead = walks.some(({ blocks }) => blocks?.isRead.includes(0));
  const all = isPartlyRead
    ? Math.max(gathered.all, ...needed.map(({ having }) => having))
    : countAny(tally, walks, isGone);
  return { ...gathered, all };
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

/** What one word alone finds: nothing has to be added up, only what stands in several lists is one record. */
function gatherOne(tally: Tally, { walks, worth, having }: Step, { span, isGone, most }: Wanted): Gathered {
  const best: Candidate[] = [];
  const { entries } = tally;
  const seen = seenUpTo(tally, span[1]);
  let [whole, least, leastNumber] = [0, -1, -1];
  for (const { first, next, unit, blocks } of walks) {
    const top = worth * unit * MOST_SAID;
    let bottom = blocks ? next : first;
    for (let i = next - 1; i >= first; i--) {
      if (blocks && i < bottom) {
        // What comes now is older, and says no more.
        if (top < least || (top === least && i + 1 < next && numberAt(entries, i + 1) <= leastNumber)) {
          whole = Math.max(whole, having);
          break;
        }
        const k = Math.floor((i - first) / BLOCK);
        bottom = first + k * BLOCK;
        readBlock(blocks, k, entries, first);
      }
      const entry = entries[i] as number;
      const number = entry >>> 4;
      const byte = seen[number >> 3] as number;
      const bit = 1 << (number & 7);
      const isNew = (byte & bit) === 0;
      if (isNew) {
        seen[number >> 3] = byte | bit;
        if (!isGone(number)) whole++;
      }
      const score = worth * unit * (entry & 15);
      if (score < least || (score === least && number < leastNumber) || isGone(number)) continue;
      if (!isNew && !takeOut(best, number, score)) continue;
      insert(best, number, score, true, most);
      const worst = best[most - 1];
      if (worst) [least, leastNumber] = [worst.score, worst.number];
    }
  }
  seen.fill(0);
  return { best, whole, all: whole };
}

/** Makes room for a better score of a record. False where what stands there is as good. */
function takeOut(best: Candidate[], number: number, score: number): boolean {
  const at = best.findIndex((one) => one.number === number);
  if (at < 0) return true;
  if ((best[at] as Candidate).score >= score) return false;
  best.splice(at, 1);
  return true;
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
