import { type Candidate, insert } from './best.ts';
import type { Postings } from './postings.ts';
import type { Slot } from './slot.ts';
import { clear, countDistinct, createTally, lay, settle, spanOf, type Tally, type Walk, WINDOW } from './tally.ts';
import { IMPACT_MAX, rarity } from './weight.ts';

/** A slot with the records that its matchers found, in every part of the index. */
export interface Answered {
  slot: Slot;
  /** By matcher; a record may stand in several lists of a beginning. `having` is how many have it: known once gathered. */
  found: { weight: number; having: number; lists: Postings[] }[];
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
 * Where whole matches alone are as many as are wanted, the others are neither looked for nor counted: a word that most
 * records have costs little beside one that few have.
 */
export function gather(
  answered: Answered[],
  records: number,
  isGone: (number: number) => boolean,
  most: number,
): Gathered {
  tally ??= createTally();
  const steps = answered.map((one) => prepare(one, records));
  const span = spanOf(answered.flatMap(({ found }) => found.flatMap(({ lists }) => lists)));
  const required = steps.filter(({ role }) => role === 'needed' || role === 'filter').sort((a, b) => a.size - b.size);
  const wanted: Wanted = {
    needed: answered.filter(({ slot }) => slot.role === 'needed').length,
    filters: answered.filter(({ slot }) => slot.role === 'filter').length,
    isGone,
    most,
  };
  if (wanted.needed > 0) {
    const others = steps.filter((step) => !required.includes(step));
    const [only] = required;
    if (only && required.length === 1 && others.length === 0) return gatherOne(tally, only, span, wanted);
    const whole = gatherWhole(tally, required, others, span, wanted);
    if (whole.whole >= most) return whole;
  }
  const gathered: Gathered = { best: [], whole: 0, all: 0 };
  for (let from = span[0]; from <= span[1]; from += WINDOW) {
    for (const step of steps) walkSlot(tally, step, from, -1, step.mark ? tally[step.mark] : null);
    pick(tally, from, wanted, gathered);
    clear(tally);
  }
  return gathered;
}

/** What one word alone finds: nothing has to be added up. */
function gatherOne(tally: Tally, { walks, worth }: Step, [first, last]: [number, number], { isGone, most }: Wanted) {
  const best: Candidate[] = [];
  const { says, said: places } = tally;
  let [whole, least] = [0, 0];
  for (let from = first; from <= last; from += WINDOW) {
    let said = 0;
    for (const { walk, unit } of walks) said = lay(tally, walk, from, unit, said, -1);
    for (let i = 0; i < said; i++) {
      const at = places[i] as number;
      const score = says[at] as number;
      says[at] = 0;
      if (isGone(from + at)) continue;
      whole++;
      if (score < least) continue;
      insert(best, { number: from + at, score: worth * score, isWhole: true }, most);
      if (best.length === most) least = (best[most - 1] as Candidate).score / worth;
    }
  }
  return { best, whole, all: whole };
}

/** Only what has everything: the slot that fewest have first, and of the others only what meets those before. */
function gatherWhole(
  tally: Tally,
  required: Step[],
  others: Step[],
  [first, last]: [number, number],
  { isGone, most }: Wanted,
): Gathered {
  for (const { walk } of [...required, ...others].flatMap(({ walks }) => walks)) walk.next = 0;
  const gathered: Gathered = { best: [], whole: 0, all: 0 };
  const wanted = { needed: required.length, filters: 0, isGone, most };
  for (let from = first; from <= last; from += WINDOW) {
    let level = 0;
    for (const step of required) {
      const said = walkSlot(tally, step, from, level === 0 ? -1 : level, tally.needed);
      level++;
      if (said === 0) break;
      if (level < required.length) continue;
      for (const other of others) walkSlot(tally, other, from, level, other.role === 'barred' ? tally.barred : null);
      pick(tally, from, wanted, gathered);
    }
    clear(tally);
  }
  for (const { walk } of [...required, ...others].flatMap(({ walks }) => walks)) walk.next = 0;
  return gathered;
}

interface Step {
  role: Slot['role'];
  worth: number;
  mark: 'needed' | 'filters' | 'barred' | null;
  /** How many postings there are. */
  size: number;
  walks: { walk: Walk; unit: number }[];
}

const MARKS = { needed: 'needed', filter: 'filters', barred: 'barred', stop: null, extra: null } as const;
/** A word that every record has says nothing, but still marks its places. */
const LEAST = 1e-9;

function prepare({ slot, found }: Answered, records: number): Step {
  let size = 0;
  const walks = found.flatMap((matcher) => {
    matcher.having = countDistinct(matcher.lists);
    size += matcher.having;
    const unit = Math.max(LEAST, (matcher.weight * rarity(matcher.having, records)) / IMPACT_MAX);
    return matcher.lists.map((list) => ({ walk: { ...list, next: 0 }, unit }));
  });
  return { role: slot.role, worth: slotWeight(slot), mark: MARKS[slot.role], size, walks };
}

function walkSlot(tally: Tally, { worth, walks }: Step, from: number, level: number, met: Uint8Array | null): number {
  let said = 0;
  for (const { walk, unit } of walks) said = lay(tally, walk, from, unit, said, level);
  settle(tally, said, worth, met);
  return said;
}

interface Wanted {
  needed: number;
  filters: number;
  isGone: (number: number) => boolean;
  most: number;
}

/** Takes the results of a window. */
function pick(tally: Tally, from: number, { needed, filters, isGone, most }: Wanted, gathered: Gathered): void {
  const { best } = gathered;
  const { places, scores, needed: metBy, filters: meets, barred } = tally;
  let worst = best.length < most ? undefined : best[best.length - 1];
  for (let i = 0; i < tally.known; i++) {
    const at = places[i] as number;
    const met = metBy[at] as number;
    const score = scores[at] as number;
    const isMet = needed > 0 ? met > 0 : filters > 0 || score > 0;
    if (!isMet || meets[at] !== filters || (barred[at] as number) > 0 || isGone(from + at)) continue;
    const isWhole = met === needed;
    gathered.all++;
    if (isWhole) gathered.whole++;
    // Most fail here, before anything is made of them.
    if (worst && (isWhole === worst.isWhole ? score < worst.score : worst.isWhole)) continue;
    insert(best, { number: from + at, score, isWhole }, most);
    worst = best.length < most ? undefined : best[best.length - 1];
  }
}
