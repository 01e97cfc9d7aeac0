import type { Failure } from '../../kit/result.ts';
import type { Query } from '../asked/query-parts.ts';
import type { Results } from './results.ts';
import type { Index, SearchOptions } from './search-options.ts';

export interface Answer<T> {
  answer: Results<T>;
  /** There was more to be asked. */
  isPartial: boolean;
  /** What stands in the way of more. */
  problem?: Failure;
}

/** Says what else is wanted of what is searched for. */
export type Narrow<T> = (options: SearchOptions<T>, index: Index) => SearchOptions<T>;

/** Searches for a query. */
export type Ask<T> = (query: Query, narrow?: Narrow<T>) => Promise<Answer<T>>;
