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

/** A record that may be a result. */
export interface Candidate {
  number: number;
  score: number;
  /** Has everything that was asked for. */
  isWhole: boolean;
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
 */
export function gather(
  answered: Answered[],
  records: number,
  isGone: (number: number) => boolean,
  most: number,
): Gathered {
  tally ??= createTally();
  const gathered: Gathered = { best: [], whole: 0, all: 0 };
  const steps = answered.map((one) => prepare(one, records));
  const wanted: Wanted = {
    needed: answered.filter(({ slot }) => slot.role === 'needed').length,
    filters: answered.filter(({ slot }) => slot.role === 'filter').length,
    isGone,
    most,
  };
  const [first, last] = spanOf(answered.flatMap(({ found }) => found.flatMap(({ lists }) => lists)));
  for (let from = first; from <= last; from += WINDOW) {
    for (const step of steps) walkSlot(tally, step, from);
    pick(tally, from, wanted, gathered);
    clear(tally);
  }
  return gathered;
}

interface Step {
  worth: number;
  mark: 'needed' | 'filters' | 'barred' | null;
  walks: { walk: Walk; unit: number }[];
}

const MARKS = { needed: 'needed', filter: 'filters', barred: 'barred', stop: null, extra: null } as const;
/** A word that every record has says nothing, but still marks its places. */
const LEAST = 1e-9;

function prepare({ slot, found }: Answered, records: number): Step {
  const walks = found.flatMap((matcher) => {
    matcher.having = countDistinct(matcher.lists);
    const unit = Math.max(LEAST, (matcher.weight * rarity(matcher.having, records)) / IMPACT_MAX);
    return matcher.lists.map((list) => ({ walk: { ...list, next: 0 }, unit }));
  });
  return { worth: slotWeight(slot), mark: MARKS[slot.role], walks };
}

function walkSlot(tally: Tally, { worth, mark, walks }: Step, from: number): void {
  let said = 0;
  for (const { walk, unit } of walks) said = lay(tally, walk, from, unit, said);
  settle(tally, said, worth, mark ? tally[mark] : null);
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
  for (let i = 0; i < tally.known; i++) {
    const at = tally.places[i] as number;
    const met = tally.needed[at] as number;
    const score = tally.scores[at] as number;
    const isMet = needed > 0 ? met > 0 : filters > 0 || score > 0;
    if (!isMet || tally.filters[at] !== filters || (tally.barred[at] as number) > 0 || isGone(from + at)) continue;
    const isWhole = met === needed;
    gathered.all++;
    if (isWhole) gathered.whole++;
    const worst = best.length < most ? undefined : best[best.length - 1];
    // Most fail here, before anything is made of them.
    if (worst && (isWhole === worst.isWhole ? score < worst.score : worst.isWhole)) continue;
    insert(best, { number: from + at, score, isWhole }, most);
  }
}

/** Whole matches first, then by score, then the newest. */
const compare = (a: Candidate, b: Candidate): number =>
  Number(b.isWhole) - Number(a.isWhole) || b.score - a.score || b.number - a.number;

/** Keeps the best `most` in order. */
function insert(best: Candidate[], candidate: Candidate, most: number): void {
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(candidate, best[middle] as Candidate) < 0) high = middle;
    else low = middle + 1;
  }
  best.splice(low, 0, candidate);
  if (best.length > most) best.pop();
}
