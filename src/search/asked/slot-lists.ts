import type { List } from '../stored/postings.ts';
import type { Slot } from './slot.ts';

/** A slot with the records that its matchers found, in every part of the index. */
export interface Answered {
  slot: Slot;
  /** By matcher; a record may stand in several lists of a beginning. `having` is how many that are, which does not depend on how many parts there are. */
  found: { weight: number; having: number; lists: List[] }[];
}
