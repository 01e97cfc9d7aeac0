/** Terms of the index that meet a word: one, or all with a beginning. */
export interface Matcher {
  term: string;
  isBeginning: boolean;
  /** How surely it is what was meant. */
  weight: number;
  /** How many records have it was asked before, of the same parts. */
  isCounted?: true;
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
