import { type Candidate, insert } from './best.ts';
import type { List } from './postings.ts';
import type { Slot } from './slot.ts';
import {
  clear,
  countDistinct,
  createTally,
  lay,
  settle,
  spanOf,
  type Tally,
  unpackAll,
  type Walk,
  WINDOW,
} from './tally.ts';
import { IMPACT_MAX, rarity } from './weight.ts';

/** A slot with the records that its matchers found, in every part of the index. */
export interface Answered {
  slot: Slot;
  /** By matcher; a record may stand in several lists of a beginning. `having` is how many have it: known once gathered. */
  found: { weight: number; having: number; lists: List[] }[];
}

/** The best candidates, and how many there are. */
export interface Gathered {
  best: Candidate[];
  whole: number;
  all: number;
}

/** What small words count beside others. */
const STOP_WEIGHT = 0.2;

/** What a slot counts, before rarity. */
export function slotWeight({ role, counts }: Slot): number {
  if (role === 'filter' || role === 'barred') return 0;
  return (role === 'stop' ? STOP_WEIGHT : 1) * counts;
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
  eachWindow(wanted, (from) => {
    let said = 0;
    for (const walk of walks) said = lay(tally, walk, from, walk.unit, said, -1);
    for (let i = 0; i < said; i++) {
      const at = places[i] as number;
      const score = worth * (says[at] as number);
      says[at] = 0;
      if (isGone(from + at)) continue;
      whole++;
      insert(best, from + at, score, true, most);
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

interface Step {
  role: Slot['role'];
  worth: number;
  mark: 'needed' | 'filters' | 'barred' | null;
  /** How many postings there are. */
  size: number;
  walks: (Walk & { unit: number })[];
}

const MARKS = { needed: 'needed', filter: 'filters', barred: 'barred', stop: null, extra: null } as const;
/** A word that every record has says nothing, but still marks its places. */
const LEAST = 1e-9;

/** Unpacks what was found, and learns how many have it. */
function prepare(tally: Tally, answered: Answered[], records: number): Step[] {
  const walks = unpackAll(
    tally,
    answered.flatMap(({ found }) => found.flatMap(({ lists }) => lists)),
  );
  let next = 0;
  return answered.map(({ slot, found }) => {
    const step: Step = { role: slot.role, worth: slotWeight(slot), mark: MARKS[slot.role], size: 0, walks: [] };
    for (const matcher of found) {
      const own = walks.slice(next, next + matcher.lists.length).filter((walk) => walk.next > walk.first);
      next += matcher.lists.length;
      matcher.having = countDistinct(tally, own);
      step.size += matcher.having;
      const unit = Math.max(LEAST, (matcher.weight * rarity(matcher.having, records)) / IMPACT_MAX);
      for (const walk of own) step.walks.push({ ...walk, unit });
    }
    return step;
  });
}

function walkSlot(tally: Tally, { worth, walks }: Step, from: number, level: number, met: Uint8Array | null): number {
  let said = 0;
  for (const walk of walks) said = lay(tally, walk, from, walk.unit, said, level);
  settle(tally, said, worth, met);
  return said;
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
