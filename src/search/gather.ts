import { type Candidate, insert } from './best.ts';
import { type Answered, prepare, type Step, walkSlot } from './steps.ts';
import {
  ANY,
  clear,
  countAny,
  countMet,
  createTally,
  MET,
  MET_BEFORE,
  seenUpTo,
  spanOf,
  type Tally,
  WINDOW,
} from './tally.ts';

/** The best candidates, and how many there are. */
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
  const required = steps.filter(({ role }) => role === 'needed' || role === 'filter').sort((a, b) => a.size - b.size);
  const wanted: Wanted = {
    span: spanOf(
      tally,
      steps.flatMap(({ walks }) => walks),
    ),
    needed: steps.filter(({ role }) => role === 'needed').length,
    filters: steps.filter(({ role }) => role === 'filter').length,
    isGone,
    most,
  };
  if (wanted.needed > 0) {
    const others = steps.filter((step) => !required.includes(step));
    const [only] = required;
    if (only && required.length === 1 && others.length === 0) return gatherOne(tally, only, wanted);
    const whole = gatherWhole(tally, required, others, wanted);
    if (whole.whole >= enough) return whole;
    for (const walk of steps.flatMap(({ walks }) => walks)) walk.next = walk.end;
  }
  return gatherSome(tally, steps, wanted);
}

/**
 * What has anything that was asked for. What says most comes first: where all that is left of the slots could not lift a record among
 * the best, these are only asked about what is known already, and the rest of what they find is merely counted.
 */
function gatherSome(tally: Tally, steps: Step[], wanted: Wanted): Gathered {
  const gathered: Gathered = { best: [], whole: 0, all: 0 };
  const needed = steps.filter(({ role }) => role === 'needed');
  const isPlain = needed.length > 0 && steps.every(({ role }) => role !== 'filter' && role !== 'barred');
  const ordered = steps.toSorted((a, b) => b.most - a.most);
  const left = ordered.map((_, i) => ordered.slice(i).reduce((sum, { most }) => sum + most, 0));
  eachWindow(wanted, (from) => {
    const [score, isWhole] = leastOf(gathered.best, wanted.most);
    const least = isWhole ? Number.POSITIVE_INFINITY : score;
    let isLed = false;
    for (const [i, step] of ordered.entries()) {
      walkSlot(tally, step, from, isPlain && isLed && (left[i] as number) < least ? MET_BEFORE : ANY);
      isLed ||= step.role === 'needed';
    }
    pick(tally, from, wanted, gathered);
  });
  return isPlain
    ? {
        ...gathered,
        all: countAny(
          tally,
          needed.flatMap(({ walks }) => walks),
          wanted.isGone,
        ),
      }
    : gathered;
}

/** From the newest to the oldest. */
function eachWindow({ span: [first, last] }: Wanted, work: (from: number) => void): void {
  for (let from = last - (last % WINDOW); from + WINDOW > first && last >= 0; from -= WINDOW) work(from);
}

/** What one word alone finds: nothing has to be added up, only what stands in several lists is one record. */
function gatherOne(tally: Tally, { walks, worth }: Step, { span, isGone, most }: Wanted): Gathered {
  const best: Candidate[] = [];
  const { entries } = tally;
  const seen = seenUpTo(tally, span[1]);
  let [whole, least, leastNumber] = [0, -1, -1];
  for (const { first, next, unit } of walks) {
    for (let i = next - 1; i >= first; i--) {
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

/** Only what has everything: the slot that fewest have first, and of the others only what meets those before. */
function gatherWhole(tally: Tally, required: Step[], others: Step[], wanted: Wanted): Gathered {
  const gathered: Gathered = { best: [], whole: 0, all: 0 };
  const all = { ...wanted, needed: required.length, filters: 0 };
  eachWindow(wanted, (from) => {
    let level = 0;
    for (const step of required) {
      if (walkSlot(tally, step, from, level === 0 ? ANY : level, MET.needed) === 0) break;
      level++;
    }
    if (level === required.length) {
      for (const other of others) walkSlot(tally, other, from, level);
      pick(tally, from, all, gathered);
    } else clear(tally);
  });
  return gathered;
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
