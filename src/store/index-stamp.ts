/**
 * The row of `meta` that changes with every change of the search index, in the same transaction: the highest number that a record
 * was ever known by, a space, and something that never stood there before. So one row says both whether what readers remember
 * still holds and which number is next. It is written by stamping.ts.
 */
export const STAMP = 'search-stamp';

/** A stamp that never stood there before, where this is the highest number that was given. */
export const stampAfter = (last: number | null): string => `${last ?? ''} ${crypto.randomUUID()}`;

/** The highest number a stamp tells of; null where none was given yet, or where an older version wrote it, which had no number in it. */
export function lastIn(value: unknown): number | null {
  const [, last] = /^(\d+) /.exec(String(value)) ?? [];
  return last === undefined ? null : Number(last);
}

/** The row of `meta` that stands while the index is made anew (index-rebuild.ts): `upTo`, the highest number that was given when that began. */
export const REBUILD = 'search-rebuild';
