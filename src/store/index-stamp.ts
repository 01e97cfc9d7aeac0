import type { Db } from './db.ts';

/**
 * The row of `meta` that changes with every change of the search index, in the same transaction: the highest number that a record
 * was ever known by, a space, and something that never stood there before. So one row says both whether what readers remember
 * still holds and which number is next. It is written by stamping.ts.
 */
export const STAMP = 'search-stamp';

/** Undefined before the first change. */
export const readStamp = async (db: Db): Promise<unknown> => (await db.meta.get(STAMP))?.value;
