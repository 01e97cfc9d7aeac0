import type { Told } from '../domain/found-said.ts';
import type { Marks } from '../search/look/marks.ts';
import type { Called } from './query-authors.ts';
import type { Shown } from './read.ts';

export interface FindOptions {
  limit: number;
  /** How long the answer may wait for records that the index cannot tell of, while it is being made anew. */
  patienceMs?: number;
  /** Aborted where something else is searched for: what would take long then fails with its reason. */
  signal?: AbortSignal | undefined;
  /** Called when the database has been asked for the records: what it is asked now comes after them. */
  onAsked?: (() => void) | undefined;
}

/** One result: the record, and where what was asked for stands in it, for marking that in what is shown of it. */
export interface Hit {
  record: Shown;
  marks: Marks;
  /** Has everything that was asked for; the others come after. */
  isWhole: boolean;
}

export interface Found extends Told {
  hits: Hit[];
  /** The total is about so: not all were counted. */
  isAbout?: true;
  /** What of it was looked for in the names of those who wrote: what to mark there. */
  called?: Called[];
  /** Where nothing was found: what was typed without operators that are typed wrongly, and without the one that nothing fits. */
  rest?: string;
}
