import { type Candidate, insert } from './best.ts';
import { type Answered, prepare, type Step, walkSlot } from './steps.ts';
import { clear, createTally, lay, spanOf, type Tally, WINDOW } from './tally.ts';

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
    const ends = steps.flatMap(({ walks }) => walks.map(({ next }) => next));
    const whole = gatherWhole(tally, required, others, wanted);
    if (whole.whole >= enough) return whole;
    for (const [i, walk] of steps.flatMap(({ walks }) => walks).entries()) walk.next = ends[i] as number;
  }
  const gathered: Gathered = { best: [], whole: 0, all: 0 };
  eachWindow(wanted, (from) => {
    for (const step of steps) walkSlot(tally as Tally, step, from, -1, step.mark ? (tally as Tally)[step.mark] : null);
    pick(tally as Tally, from, wanted, gathered);
  });
  return gathered;
}

/** From the newest to the oldest. */
function eachWindow({ span: [first, last] }: Wanted, work: (from: number) => void): void {
  for (let from = last - (last % WINDOW); from + WINDOW > first && last >= 0; from -= WINDOW) work(from);
}

/** What one word alone finds: nothing has to be added up. */
function gatherOne(tally: Tally, { walks, worth }: Step, wanted: Wanted): Gathered {
  const best: Candidate[] = [];
  const { says, said: places } = tally;
  const { isGone, most } = wanted;
  let whole = 0;
  let worst: Candidate | undefined;
  eachWindow(wanted, (from) => {
    let said = 0;
    for (const walk of walks) said = lay(tally, walk, from, said, -1);
    for (let i = 0; i < said; i++) {
      const at = places[i] as number;
      const score = worth * (says[at] as number);
      says[at] = 0;
      if (isGone(from + at)) continue;
      whole++;
      if (worst && score < worst.score) continue;
      insert(best, from + at, score, true, most);
      worst = best[most - 1];
    }
  });
  return { best, whole, all: whole };
}

/** Only what has everything: the slot that fewest have first, and of the others only what meets those before. */
function gatherWhole(tally: Tally, required: Step[], others: Step[], wanted: Wanted): Gathered {
  const gathered: Gathered = { best: [], whole: 0, all: 0 };
  const all = { ...wanted, needed: required.length, filters: 0 };
  eachWindow(wanted, (from) => {
    let level = 0;
    for (const step of required) {
      if (walkSlot(tally, step, from, level === 0 ? -1 : level, tally.needed) === 0) break;
      level++;
    }
    if (level === required.length) {
      for (const other of others) walkSlot(tally, other, from, level, other.role === 'barred' ? tally.barred : null);
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
  const { places, scores, needed: metBy, filters: meets, barred } = tally;
  for (let i = 0; i < tally.known; i++) {
    const at = places[i] as number;
    const met = metBy[at] as number;
    const score = scores[at] as number;
    const isMet = needed > 0 ? met > 0 : filters > 0 || score > 0;
    if (!isMet || meets[at] !== filters || (barred[at] as number) > 0 || isGone(from + at)) continue;
    const isWhole = met === needed;
    gathered.all++;
    if (isWhole) gathered.whole++;
    insert(gathered.best, from + at, score, isWhole, most);
  }
  clear(tally);
}
