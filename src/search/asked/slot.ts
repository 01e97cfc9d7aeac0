import type { Tongue } from '../text/languages.ts';

/** Terms of the index that meet a word: one, or all with a beginning. */
export interface Matcher {
  term: string;
  isBeginning: boolean;
  /** How surely it is what was meant. */
  weight: number;
  /** In what tongues a word has this stem; absent where it is the word itself, which is met in every tongue, as is what has none (by-tongue.ts). */
  of?: Tongue[] | undefined;
}

/**
 * One thing to be met by any of its matchers. `needed`: a record that has all of those is a whole match; `stop`: a
 * small word, counts little; `extra`: only counts; `filter`: must be met, does not count; `barred`: must not be met.
 */
export interface Slot {
  role: 'needed' | 'stop' | 'extra' | 'filter' | 'barred';
  matchers: Matcher[];
  /** The word that was typed, folded; for correcting a slip. */
  word: string;
  /** As in what was typed (query-parts.ts): verbatim, */
  text?: string;
  /** and what stands before it. */
  before?: string;
  /** All of the run, without spaces, that it is a pair of. */
  run?: string;
  /** The word may go on. */
  isOpen?: boolean;
  /** All that stands of a word so far is its first letter. */
  isBegun?: boolean;
  /** Nothing has the word: it is met by what one slip may have made it of, if by anything. */
  isUnwritten?: true;
  /** Of a choice: what each of its words asks, */
  parts?: Slot[];
  /** and those of them that nothing has, where something was found in their place. */
  unwritten?: string[];
  /** It is met by its parts as well, where these stand side by side. */
  isApart?: 'all' | 'some';
}

/** What small words count beside others. */
export const SMALL_COUNTS = 0.2;

/** What a slot counts by its role, before rarity. */
export const COUNTS: Record<Slot['role'], number> = { needed: 1, stop: SMALL_COUNTS, extra: 1, filter: 0, barred: 0 };
