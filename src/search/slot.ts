/** Terms of the index that meet a word: one, or all with a beginning. */
export interface Matcher {
  term: string;
  isBeginning: boolean;
  /** How surely it is what was meant. */
  weight: number;
}

/**
 * One thing to be met by any of its matchers. `needed`: a record that has all of those is a whole match; `stop`: a
 * small word, counts little; `extra`: only counts; `filter`: must be met, does not count; `barred`: must not be met.
 */
export interface Slot {
  role: 'needed' | 'stop' | 'extra' | 'filter' | 'barred';
  matchers: Matcher[];
  /** How much it counts: 1 for a word typed once. */
  counts: number;
  /** The word that was typed, folded; for correcting a slip. */
  word: string;
}

/** What small words count beside others. */
const STOP_WEIGHT = 0.2;

/** What a slot counts, before rarity. */
export function slotWeight({ role, counts }: Slot): number {
  if (role === 'filter' || role === 'barred') return 0;
  return (role === 'stop' ? STOP_WEIGHT : 1) * counts;
}
