import type { TypedWord } from '../asked/query-parts.ts';
import type { Slot } from '../asked/slot.ts';
import type { Loaded, Skimmed } from '../look/skim.ts';
import type { Tongue } from '../text/language.ts';
import type { Part } from './part.ts';

/** All that is indexed. */
export interface Index {
  parts: Part[];
  /** How many records there are. */
  records: number;
  /** What they are written in. */
  tongues: Tongue[];
  /** Whether a record was deleted or written anew since it was indexed under this number. */
  isGone(number: number): boolean;
}

export interface SearchOptions<T> {
  limit: number;
  /** Records by number; those that are gone are left out. What `look` does with one can be done while others are still being read. */
  load(numbers: number[], look?: (one: Loaded<T>) => void): Promise<Map<number, Loaded<T>>>;
  /** What only the record can tell; absent where the index tells all. */
  keeps?: ((item: T, skimmed: Skimmed) => boolean) | undefined;
  /** Tells of numbers whether `keeps` may keep what has them, for what takes many records to be asked; null where that takes too long. */
  among?: (index: Index) => Promise<((number: number) => boolean) | null>;
  /** So many of the best are asked at most what only records can tell; where absent, as many as it takes (checked.ts). */
  asked?: number | undefined;
  /** When a record was made, in ms since 1970; where given, newer ones of about the same score come first. */
  madeAt?: (item: T) => number;
  /** Whether one of those wrote it whom a word names, so that it need not say that name as a whole; where absent nobody did. */
  isBy?: (item: T, authors: TypedWord['authors']) => boolean;
  /** How many people each record helped; where given, those that helped come first among about equals. */
  helped?: (items: T[]) => Promise<number[]>;
  /** What the caller asks of the index beside the query. */
  slots?: Slot[];
  /** Where it is aborted nobody waits for the answer any more: what would take long fails with its reason. */
  signal?: AbortSignal | undefined;
}
