import type { Postings } from './postings.ts';
import type { Slot } from './slot.ts';
import { createTally, raise, spread, type Tally } from './tally.ts';
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

/**
 * The best `most` records that meet the filters, nothing barred, and at least one needed word (or any, where none is needed);
 * whole matches first.
 * `records` is how many there are in all. Sums what the slots say; within a slot only what says most counts.
 */
export function gather(
  answered: Answered[],
  records: number,
  isGone: (number: number) => boolean,
  most: number,
): Gathered {
  const tally = createTally(answered.flatMap(({ found }) => found.flatMap(({ lists }) => lists)));
  for (const one of answered) addSlot(tally, one, records);
  const needed = answered.filter(({ slot }) => slot.role === 'needed').length;
  const filters = answered.filter(({ slot }) => slot.role === 'filter').length;
  const gathered: Gathered = { best: [], whole: 0, all: 0 };
  const { from, size, scores } = tally;
  for (let i = 0; i < size; i++) {
    const met = tally.needed[i] as number;
    const score = scores[i] as number;
    const isMet = needed > 0 ? met > 0 : filters > 0 || score > 0;
    if (!isMet || tally.filters[i] !== filters || (tally.barred[i] as number) > 0 || isGone(from + i)) continue;
    const isWhole = met === needed;
    gathered.all++;
    if (isWhole) gathered.whole++;
    const worst = gathered.best.length < most ? undefined : gathered.best.at(-1);
    // Most fail here, before anything is made of them.
    if (worst && (isWhole === worst.isWhole ? score < worst.score : worst.isWhole)) continue;
    insert(gathered.best, { number: from + i, score, isWhole }, most);
  }
  return gathered;
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

const MARKS = { needed: 'needed', filter: 'filters', barred: 'barred', stop: null, extra: null } as const;
/** A word that every record has says nothing, but still marks its places. */
const LEAST = 1e-9;

function addSlot(tally: Tally, { slot, found }: Answered, records: number): void {
  let count = 0;
  for (const matcher of found) {
    matcher.having = spread(tally, matcher.lists);
    const unit = Math.max(LEAST, (matcher.weight * rarity(matcher.having, records)) / IMPACT_MAX);
    count = raise(tally, matcher.having, unit, count);
  }
  const worth = slotWeight(slot);
  const mark = MARKS[slot.role];
  const met = mark ? tally[mark] : null;
  const { scores, slot: says, touched } = tally;
  for (let i = 0; i < count; i++) {
    const at = touched[i] as number;
    scores[at] = (scores[at] as number) + worth * (says[at] as number);
    if (met) met[at] = (met[at] as number) + 1;
    says[at] = 0;
  }
}
