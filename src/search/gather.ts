import type { Postings } from './postings.ts';
import type { Slot } from './slot.ts';
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
  const tally = createTally(answered);
  for (const one of answered) addSlot(tally, one, records);
  const needed = answered.filter(({ slot }) => slot.role === 'needed').length;
  const filters = answered.filter(({ slot }) => slot.role === 'filter').length;
  const gathered: Gathered = { best: [], whole: 0, all: 0 };
  for (let i = 0; i < tally.size; i++) {
    const met = tally.needed[i] as number;
    const isMet = needed > 0 ? met > 0 : filters > 0 || (tally.scores[i] as number) > 0;
    if (!isMet || tally.filters[i] !== filters || (tally.barred[i] as number) > 0 || isGone(tally.from + i)) continue;
    const isWhole = met === needed;
    const score = tally.scores[i] as number;
    gathered.all++;
    if (isWhole) gathered.whole++;
    const worst = gathered.best.length < most ? undefined : gathered.best.at(-1);
    // Most fail here, before anything is made of them.
    if (worst && (isWhole === worst.isWhole ? score < worst.score : worst.isWhole)) continue;
    insert(gathered.best, { number: tally.from + i, score, isWhole }, most);
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

interface Tally {
  from: number;
  size: number;
  scores: Float32Array;
  needed: Uint8Array;
  filters: Uint8Array;
  barred: Uint8Array;
  /** What the slot in hand says. */
  slot: Float32Array;
  /** Most impact of the matcher in hand. */
  most: Uint8Array;
}

function createTally(answered: Answered[]): Tally {
  let from = Number.POSITIVE_INFINITY;
  let to = -1;
  for (const { numbers } of answered.flatMap(({ found }) => found.flatMap(({ lists }) => lists))) {
    if (numbers.length === 0) continue;
    from = Math.min(from, numbers[0] as number);
    to = Math.max(to, numbers[numbers.length - 1] as number);
  }
  const size = to < 0 ? 0 : to - from + 1;
  const bytes = () => new Uint8Array(size);
  const floats = () => new Float32Array(size);
  const marks = { needed: bytes(), filters: bytes(), barred: bytes(), most: bytes() };
  return { from, size, scores: floats(), slot: floats(), ...marks };
}

const MARKS = { needed: 'needed', filter: 'filters', barred: 'barred', stop: null, extra: null } as const;

function addSlot(tally: Tally, { slot, found }: Answered, records: number): void {
  const touched: number[] = [];
  for (const matcher of found) {
    const places = spread(tally, matcher.lists);
    matcher.having = places.length;
    const unit = (matcher.weight * rarity(matcher.having, records)) / IMPACT_MAX;
    for (const at of places) {
      const before = tally.slot[at] as number;
      if (before === 0) touched.push(at);
      // A word that every record has still marks the place.
      tally.slot[at] = Math.max(before, unit * (tally.most[at] as number), Number.EPSILON);
      tally.most[at] = 0;
    }
  }
  const worth = slotWeight(slot);
  const mark = MARKS[slot.role];
  const met = mark ? tally[mark] : null;
  for (const at of touched) {
    tally.scores[at] = (tally.scores[at] as number) + worth * (tally.slot[at] as number);
    if (met) met[at] = (met[at] as number) + 1;
    tally.slot[at] = 0;
  }
}

/** Lays the lists of a matcher over each other in `most`; gives the places they reach. */
function spread({ from, most }: Tally, lists: Postings[]): number[] {
  const places: number[] = [];
  for (const { numbers, impacts } of lists) {
    for (let i = 0; i < numbers.length; i++) {
      const at = (numbers[i] as number) - from;
      const before = most[at] as number;
      const impact = impacts[i] as number;
      if (before === 0) places.push(at);
      if (impact > before) most[at] = impact;
    }
  }
  return places;
}
