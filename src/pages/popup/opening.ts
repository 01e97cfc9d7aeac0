import type { IndexRows } from '../../store/index-rows.ts';
import type { People } from '../../store/quick-names.ts';
import type { SearchingBeside } from './beside.ts';
import type { HomeLists } from './home-lists.ts';
import type { PageInView } from './page-in-view.ts';

/** What first.ts leaves for the page's own script, as `globalThis.opening`. */
export interface Opening {
  database: Promise<IDBDatabase | null>;
  page: Promise<PageInView>;
  /** This and the next two fail where there is no database yet. */
  people: Promise<People>;
  /** They are read now, where something is typed: what finds the rows comes first. */
  askPeople?(): void;
  /** Fails too where something had been typed before it could be read. */
  home?: Promise<HomeLists>;
  index: Promise<IndexRows>;
  /** What the worker searches for meanwhile. */
  beside?: SearchingBeside;
  /** The same as soon as it is known: then it is drawn from the start. */
  seen: { page?: PageInView; people?: People; home?: HomeLists; stamp?: unknown };
}

/** What was begun; undefined where nothing was, as in a test. */
export const begun = (): Opening | undefined => (globalThis as { opening?: Opening }).opening;

/** Part of what was begun, or else what `read` gives: where it was not begun, or did not end well. */
export const begunOr = <T>(part: Promise<T> | undefined, read: () => Promise<T>): Promise<T> =>
  part ? part.catch(read) : read();

/** When there is something that is live: what was begun is old then. */
export function forgetHome(): void {
  const opening = begun();
  delete opening?.home;
  delete opening?.seen.home;
}
